package tlc2.overrides;

/** TLC looks for a class of exactly this name on the class path. */
public class TLCOverrides implements ITLCOverrides {
  @Override
  @SuppressWarnings("rawtypes")
  public Class[] get() {
    lockstep.Progress.start();
    return new Class[] {
      lockstep.LockstepDump.class, lockstep.Keccak256.class, lockstep.Kept.class, lockstep.Pointwise.class,
      lockstep.Watch.class
    };
  }
}
