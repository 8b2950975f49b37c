package lockstep;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import tla2sany.semantic.ExprOrOpArgNode;
import tlc2.TLCGlobals;
import tlc2.overrides.Evaluation;
import tlc2.overrides.TLAPlusOperator;
import tlc2.tool.TLCState;
import tlc2.tool.coverage.CostModel;
import tlc2.tool.impl.Tool;
import tlc2.util.Context;
import tlc2.value.impl.BoolValue;
import tlc2.value.impl.IntValue;
import tlc2.value.impl.StringValue;
import tlc2.value.impl.Value;

/**
 * The Java side of Watch.tla: the names that were noted, each once, go to the file named by the system property
 * {@code lockstep.watch} when the JVM exits, or to that of a run of a {@link Machine} when it ends, one on a line, in order.
 */
public final class Watch {
  private Watch() {}

  private static final TreeSet<String> NOTED = new TreeSet<>();

  // What was told of the last step, and of every state by its fingerprint: TLC asks about a step as constraint and
  // as property, and about a state after each step that leads to it. One worker asks.
  private static TLCState stepFrom = null;
  private static TLCState stepTo = null;
  private static final Map<String, Boolean> OF_STEP = new HashMap<>();
  private static final Map<String, Map<Long, Boolean>> OF_STATES = new HashMap<>();

  private static TLCState fingerprinted = null;
  private static long fingerprint = 0;

  /** That of TLC, which evaluates the VIEW for it: once while the same state is asked about. */
  private static long fingerprintOf(final TLCState state) {
    if (state != fingerprinted) {
      fingerprinted = state;
      fingerprint = state.fingerPrint();
    }
    return fingerprint;
  }

  private static Map<Long, Boolean> ofStates(final String name) {
    return OF_STATES.computeIfAbsent(name, first -> new HashMap<>());
  }

  static {
    Runtime.getRuntime().addShutdownHook(new Thread(Watch::end));
  }

  /** Forgets what was noted, told and reported: another run begins. */
  static synchronized void begin() {
    NOTED.clear();
    stepFrom = null;
    stepTo = null;
    OF_STEP.clear();
    OF_STATES.clear();
    fingerprinted = null;
    wasReported = false;
    SEEN.clear();
    statesSeen = 0;
    last = Integer.MAX_VALUE;
  }

  /** Writes what was noted, where somebody asked for it. */
  static synchronized void end() {
    final String file = System.getProperty("lockstep.watch");
    if (file != null) {
      write(Path.of(file));
    }
  }

  @Evaluation(definition = "Holds", module = "Watch", minLevel = 0, warn = false)
  public static Value holds(
      final Tool tool, final ExprOrOpArgNode[] args, final Context c, final TLCState s0,
      final TLCState s1, final int control, final CostModel cm) {
    if (s0 != stepFrom || s1 != stepTo) {
      stepFrom = s0;
      stepTo = s1;
      OF_STEP.clear();
    }
    final String name = name(tool, args[0], c, s0, s1, control, cm);
    final boolean holds =
        OF_STEP.computeIfAbsent(name, told -> isTrue(tool, args[1], c, s0, s1, control, cm));
    return noted(name, holds);
  }

  @Evaluation(definition = "HoldsNext", module = "Watch", minLevel = 0, warn = false)
  public static Value holdsNext(
      final Tool tool, final ExprOrOpArgNode[] args, final Context c, final TLCState s0,
      final TLCState s1, final int control, final CostModel cm) {
    final String name = name(tool, args[0], c, s0, s1, control, cm);
    final boolean holds =
        ofStates(name)
            .computeIfAbsent(fingerprintOf(s1), told -> isTrue(tool, args[1], c, s0, s1, control, cm));
    return noted(name, holds);
  }

  @Evaluation(definition = "HoldsHere", module = "Watch", minLevel = 0, warn = false)
  public static Value holdsHere(
      final Tool tool, final ExprOrOpArgNode[] args, final Context c, final TLCState s0,
      final TLCState s1, final int control, final CostModel cm) {
    final boolean holds =
        ofStates(name(tool, args[0], c, s0, s1, control, cm))
            .computeIfAbsent(fingerprintOf(s0), told -> isTrue(tool, args[1], c, s0, s1, control, cm));
    return holds ? BoolValue.ValTrue : BoolValue.ValFalse;
  }

  @Evaluation(definition = "Misses", module = "Watch", minLevel = 0, warn = false)
  public static Value misses(
      final Tool tool, final ExprOrOpArgNode[] args, final Context c, final TLCState s0,
      final TLCState s1, final int control, final CostModel cm) {
    if (isTrue(tool, args[1], c, s0, s1, control, cm)) {
      note(name(tool, args[0], c, s0, s1, control, cm));
    }
    return BoolValue.ValTrue;
  }

  private static boolean wasReported = false;
  private static int last = Integer.MAX_VALUE;

  @TLAPlusOperator(identifier = "WasReported", module = "Watch", warn = false)
  public static synchronized Value wasReported(final StringValue name) {
    return wasReported ? BoolValue.ValTrue : BoolValue.ValFalse;
  }

  @TLAPlusOperator(identifier = "Report", module = "Watch", warn = false)
  public static synchronized Value report(final StringValue name) {
    wasReported = true;
    return BoolValue.ValFalse;
  }

  private static final Set<String> SEEN = new HashSet<>();

  private static int statesSeen = 0;

  @TLAPlusOperator(identifier = "WasSeen", module = "Watch", warn = false)
  public static synchronized Value wasSeen(final StringValue name) {
    if (!SEEN.add(name.val.toString())) {
      return BoolValue.ValTrue;
    }
    note(statesSeen + " " + name.val);
    return BoolValue.ValFalse;
  }

  @TLAPlusOperator(identifier = "IsSeen", module = "Watch", warn = false)
  public static synchronized Value isSeen(final StringValue name) {
    return SEEN.contains(name.val.toString()) ? BoolValue.ValTrue : BoolValue.ValFalse;
  }

  @TLAPlusOperator(identifier = "EndState", module = "Watch", warn = false)
  public static synchronized Value endState(final IntValue names) {
    statesSeen++;
    if (SEEN.size() == names.val && TLCGlobals.mainChecker != null) {
      TLCGlobals.mainChecker.stop();
    }
    return BoolValue.ValFalse;
  }

  @TLAPlusOperator(identifier = "IsLast", module = "Watch", warn = false)
  public static synchronized Value isLast(final IntValue level) {
    last = Math.min(last, level.val);
    return BoolValue.ValTrue;
  }

  @TLAPlusOperator(identifier = "IsNear", module = "Watch", warn = false)
  public static synchronized Value isNear(final IntValue level) {
    return level.val <= last ? BoolValue.ValTrue : BoolValue.ValFalse;
  }

  private static boolean isTrue(
      final Tool tool, final ExprOrOpArgNode formula, final Context c, final TLCState s0,
      final TLCState s1, final int control, final CostModel cm) {
    try {
      return BoolValue.ValTrue.equals(tool.eval(formula, c, s0, s1, control, cm));
    } catch (final RuntimeException noValue) {
      // TLC throws several kinds of its own for what has no value.
      return false;
    }
  }

  private static String name(
      final Tool tool, final ExprOrOpArgNode name, final Context c, final TLCState s0,
      final TLCState s1, final int control, final CostModel cm) {
    return ((StringValue) tool.eval(name, c, s0, s1, control, cm)).val.toString();
  }

  private static Value noted(final String name, final boolean holds) {
    if (!holds) {
      note(name);
    }
    return holds ? BoolValue.ValTrue : BoolValue.ValFalse;
  }

  private static synchronized void note(final String name) {
    NOTED.add(name);
  }

  private static void write(final Path file) {
    try {
      Files.write(file, NOTED, StandardCharsets.UTF_8);
    } catch (final IOException e) {
      System.err.println("The file " + file + " cannot be written: " + e.getMessage());
    }
  }
}
