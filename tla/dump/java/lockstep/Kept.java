package lockstep;

import java.util.IdentityHashMap;
import java.util.Map;
import tla2sany.semantic.ExprOrOpArgNode;
import tlc2.overrides.Evaluation;
import tlc2.tool.TLCState;
import tlc2.tool.coverage.CostModel;
import tlc2.tool.impl.Tool;
import tlc2.util.Context;
import tlc2.value.impl.RecordValue;
import tlc2.value.impl.Value;

/**
 * The Java side of Kept.tla: the values of the last few records, for every place in a specification where it is called.
 * Records are the same here when their fields are the very same objects, so that nothing has to be compared.
 */
public final class Kept {
  private Kept() {}

  /** A step has two states; what a rule supposes of one, as a later slot, is a third. */
  private static final int RECORDS = 4;

  private static final ThreadLocal<Map<ExprOrOpArgNode, Place>> PLACES =
      ThreadLocal.withInitial(IdentityHashMap::new);

  private static final class Place {
    final RecordValue[] records = new RecordValue[RECORDS];
    final Value[] values = new Value[RECORDS];
    int next = 0;

    Value of(final RecordValue record) {
      for (int i = 0; i < RECORDS; i++) {
        if (records[i] != null && sameFields(records[i], record)) {
          return values[i];
        }
      }
      return null;
    }

    void keep(final RecordValue record, final Value value) {
      records[next] = record;
      values[next] = value;
      next = (next + 1) % RECORDS;
    }
  }

  static boolean sameFields(final RecordValue a, final RecordValue b) {
    if (a == b) {
      return true;
    }
    if (a.values.length != b.values.length) {
      return false;
    }
    for (int i = 0; i < a.values.length; i++) {
      if (a.values[i] != b.values[i] || a.names[i] != b.names[i]) {
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
    final Value of = tool.eval(args[0], c, s0, s1, control, cm);
    if (!(of instanceof RecordValue)) {
      return tool.eval(args[1], c, s0, s1, control, cm);
    }
    final Place place = PLACES.get().computeIfAbsent(args[1], first -> new Place());
    final Value known = place.of((RecordValue) of);
    if (known != null) {
      return known;
    }
    final Value value = tool.eval(args[1], c, s0, s1, control, cm);
    place.keep((RecordValue) of, value);
    return value;
  }
}
