package lockstep;

import java.util.IdentityHashMap;
import java.util.Map;
import tla2sany.semantic.ExprOrOpArgNode;
import tla2sany.semantic.OpArgNode;
import tla2sany.semantic.OpDefNode;
import tlc2.overrides.Evaluation;
import tlc2.tool.TLCState;
import tlc2.tool.coverage.CostModel;
import tlc2.tool.impl.Tool;
import tlc2.util.Context;
import tlc2.value.impl.RecordValue;
import tlc2.value.impl.Value;

/**
 * The Java side of Kept.tla: of every place where it is called, what the operator came to for the last few values. The
 * operator itself is evaluated by TLC. Records are the same here when their fields are the very same objects, so that
 * nothing has to be compared.
 */
public final class Kept {
  private Kept() {}

  /** A step has two states; what a rule supposes of one, as a later slot, is a third. */
  private static final int REMEMBERED = 4;

  private static final ThreadLocal<Map<ExprOrOpArgNode, Place>> PLACES =
      ThreadLocal.withInitial(IdentityHashMap::new);

  private static final class Place {
    final Value[] values = new Value[REMEMBERED];
    final Value[] results = new Value[REMEMBERED];
    int next = 0;

    Value resultOf(final Value value) {
      for (int i = 0; i < REMEMBERED; i++) {
        if (values[i] != null && isSame(values[i], value)) {
          return results[i];
        }
      }
      return null;
    }

    void keep(final Value value, final Value result) {
      values[next] = value;
      results[next] = result;
      next = (next + 1) % REMEMBERED;
    }
  }

  private static boolean isSame(final Value a, final Value b) {
    return a == b
        || a instanceof RecordValue
            && b instanceof RecordValue
            && haveSameFields((RecordValue) a, (RecordValue) b);
  }

  static boolean haveSameFields(final RecordValue a, final RecordValue b) {
    if (a.values.length != b.values.length) {
      return false;
    }
    for (int i = 0; i < a.values.length; i++) {
      if (a.values[i] != b.values[i] || !a.names[i].equals(b.names[i])) {
        return false;
      }
    }
    return true;
  }

  /** Forgets everything: another specification begins. */
  static void begin() {
    PLACES.remove();
  }

  @Evaluation(definition = "Kept", module = "Kept", minLevel = 0, warn = false)
  public static Value kept(
      final Tool tool, final ExprOrOpArgNode[] args, final Context c, final TLCState s0,
      final TLCState s1, final int control, final CostModel cm) {
    final Value of = tool.eval(args[1], c, s0, s1, control, cm);
    final Place place = PLACES.get().computeIfAbsent(args[0], first -> new Place());
    final Value known = place.resultOf(of);
    if (known != null) {
      return known;
    }
    // A configuration may have put another in its place.
    final OpDefNode operator = (OpDefNode) tool.lookup(((OpArgNode) args[0]).getOp(), c, false);
    final Context applied = c.cons(operator.getParams()[0], of);
    final Value result = tool.eval(operator.getBody(), applied, s0, s1, control, cm);
    place.keep(of, result);
    return result;
  }
}
