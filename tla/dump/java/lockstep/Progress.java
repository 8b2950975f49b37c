package lockstep;

import tlc2.TLCGlobals;
import tlc2.tool.ModelChecker;

/**
 * Prints {@code lockstep-progress GENERATED DISTINCT} to standard error every
 * {@code lockstep.progressMillis} milliseconds: TLC's own interval is a minute and fixed.
 */
public final class Progress {
  private Progress() {}

  private static boolean started = false;

  /** Once: TLC asks for the overrides in every run. */
  public static synchronized void start() {
    final long millis = Long.getLong("lockstep.progressMillis", 0);
    if (millis <= 0 || started) {
      return;
    }
    started = true;
    final Thread thread = new Thread(() -> report(millis), "lockstep-progress");
    thread.setDaemon(true);
    thread.start();
  }

  private static void report(final long millis) {
    try {
      while (true) {
        Thread.sleep(millis);
        if (TLCGlobals.mainChecker instanceof ModelChecker) {
          final ModelChecker checker = (ModelChecker) TLCGlobals.mainChecker;
          System.err.println(
              "lockstep-progress "
                  + checker.getStatesGenerated()
                  + " "
                  + checker.getDistinctStatesGenerated());
        }
      }
    } catch (final InterruptedException | LinkageError | RuntimeException e) {
      // Progress is a courtesy: another release of TLC without these methods still checks models.
    }
  }
}
