package lockstep;

import java.util.Arrays;
import java.util.Comparator;
import java.util.IdentityHashMap;
import lockstep.LockstepDump.ByteText;
import tlc2.value.impl.BoolValue;
import tlc2.value.impl.FcnRcdValue;
import tlc2.value.impl.IntValue;
import tlc2.value.impl.ModelValue;
import tlc2.value.impl.RecordValue;
import tlc2.value.impl.SetEnumValue;
import tlc2.value.impl.StringValue;
import tlc2.value.impl.TupleValue;
import tlc2.value.impl.Value;
import util.UniqueString;

/**
 * Writes a TLA+ value as JSON such that equal values have equal text. tla/tlc/value.ts states the same rules in
 * TypeScript ({@code canonicalJson}) and a test compares the two.
 *
 * <ul>
 *   <li>integers, strings and booleans as themselves;
 *   <li>sequences, and with them every function with domain 1..n, the empty one included, as arrays;
 *   <li>sets as arrays without repetition, in numeric order when all elements are integers, else in the
 *       order of their texts;
 *   <li>records, and with them every function whose domain is a set of strings, as objects with sorted keys;
 *   <li>any other function as {@code {"#map":[[key,value],…]}} in the order of the keys' texts;
 *   <li>a model value as {@code {"#model":name}}.
 * </ul>
 */
final class CanonicalJson {
  private final ByteText out;

  /** Records of one shape share their array of names, so the order is worked out once per array. */
  private final IdentityHashMap<UniqueString[], Shape> shapes = new IdentityHashMap<>();

  CanonicalJson(final ByteText out) {
    this.out = out;
  }

  private static final class Shape {
    final UniqueString[] names;
    final int[] order;
    final byte[][] keys;

    Shape(final UniqueString[] shared) {
      names = shared.clone();
      final Integer[] sorted = new Integer[names.length];
      Arrays.setAll(sorted, i -> i);
      Arrays.sort(sorted, Comparator.comparing(i -> names[i].toString()));
      order = new int[names.length];
      keys = new byte[names.length][];
      for (int i = 0; i < order.length; i++) {
        order[i] = sorted[i];
        final ByteText key = new ByteText(32);
        key.put(i == 0 ? '{' : ',');
        string(key, names[order[i]].toString());
        key.put(':');
        keys[i] = key.copy();
      }
    }

    /** Normalising a record reorders its array of names in place. */
    boolean stillFits(final UniqueString[] shared) {
      for (int i = 0; i < names.length; i++) {
        if (names[i] != shared[i]) {
          return false;
        }
      }
      return true;
    }
  }

  void write(final Value value) {
    if (value instanceof IntValue) {
      out.number(((IntValue) value).val);
    } else if (value instanceof StringValue) {
      string(out, ((StringValue) value).val.toString());
    } else if (value instanceof BoolValue) {
      out.ascii(((BoolValue) value).val ? "true" : "false");
    } else if (value instanceof RecordValue) {
      record((RecordValue) value);
    } else if (value instanceof TupleValue) {
      sequence(((TupleValue) value).elems);
    } else if (value instanceof FcnRcdValue) {
      function((FcnRcdValue) value);
    } else if (value instanceof ModelValue) {
      out.ascii("{\"#model\":");
      string(out, ((ModelValue) value).val.toString());
      out.put('}');
    } else {
      lazy(value);
    }
  }

  private void lazy(final Value value) {
    final Value set = value.toSetEnum();
    if (set instanceof SetEnumValue) {
      set((SetEnumValue) set);
      return;
    }
    final Value function = value.toFcnRcd();
    if (function instanceof FcnRcdValue) {
      function((FcnRcdValue) function);
      return;
    }
    throw new IllegalArgumentException(
        "A " + value.getKindString() + " cannot be written to the dump: " + value);
  }

  private void record(final RecordValue record) {
    if (record.names.length == 0) {
      out.ascii("[]");
      return;
    }
    Shape shape = shapes.get(record.names);
    if (shape == null || !shape.stillFits(record.names)) {
      if (shapes.size() >= 1 << 12) {
        shapes.clear();
      }
      shape = new Shape(record.names);
      shapes.put(record.names, shape);
    }
    for (int i = 0; i < shape.order.length; i++) {
      out.append(shape.keys[i]);
      write(record.values[shape.order[i]]);
    }
    out.put('}');
  }

  private void sequence(final Value[] elements) {
    out.put('[');
    for (int i = 0; i < elements.length; i++) {
      if (i > 0) {
        out.put(',');
      }
      write(elements[i]);
    }
    out.put(']');
  }

  private void set(final SetEnumValue set) {
    final int n = set.elems.size();
    boolean integers = true;
    for (int i = 0; i < n; i++) {
      integers &= set.elems.elementAt(i) instanceof IntValue;
    }
    out.put('[');
    if (integers) {
      final int[] sorted = new int[n];
      for (int i = 0; i < n; i++) {
        sorted[i] = ((IntValue) set.elems.elementAt(i)).val;
      }
      Arrays.sort(sorted);
      for (int i = 0; i < n; i++) {
        if (i == 0 || sorted[i] != sorted[i - 1]) {
          if (i > 0) {
            out.put(',');
          }
          out.number(sorted[i]);
        }
      }
    } else {
      final String[] sorted = new String[n];
      for (int i = 0; i < n; i++) {
        sorted[i] = textOf(set.elems.elementAt(i));
      }
      Arrays.sort(sorted);
      for (int i = 0; i < n; i++) {
        if (i == 0 || !sorted[i].equals(sorted[i - 1])) {
          if (i > 0) {
            out.put(',');
          }
          out.ascii(sorted[i]);
        }
      }
    }
    out.put(']');
  }

  private void function(final FcnRcdValue function) {
    final Value[] domain = function.getDomainAsValues();
    final Value[] values = function.values;
    boolean strings = domain.length > 0;
    boolean integers = true;
    for (final Value key : domain) {
      strings &= key instanceof StringValue;
      integers &= key instanceof IntValue;
    }
    final Integer[] order = new Integer[domain.length];
    Arrays.setAll(order, i -> i);
    if (integers) {
      Arrays.sort(order, Comparator.comparingInt(i -> ((IntValue) domain[i]).val));
      if (countsFromOne(domain, order)) {
        final Value[] elements = new Value[values.length];
        Arrays.setAll(elements, i -> values[order[i]]);
        sequence(elements);
        return;
      }
    }
    final boolean named = strings;
    final String[] keys = new String[domain.length];
    Arrays.setAll(keys, i -> named ? ((StringValue) domain[i]).val.toString() : textOf(domain[i]));
    Arrays.sort(order, Comparator.comparing(i -> keys[i]));
    out.ascii(strings ? "{" : "{\"#map\":[");
    for (int i = 0; i < order.length; i++) {
      if (i > 0) {
        out.put(',');
      }
      if (strings) {
        string(out, keys[order[i]]);
        out.put(':');
        write(values[order[i]]);
      } else {
        out.put('[');
        out.ascii(keys[order[i]]);
        out.put(',');
        write(values[order[i]]);
        out.put(']');
      }
    }
    out.ascii(strings ? "}" : "]}");
  }

  private static boolean countsFromOne(final Value[] domain, final Integer[] order) {
    for (int i = 0; i < order.length; i++) {
      if (((IntValue) domain[order[i]]).val != i + 1) {
        return false;
      }
    }
    return true;
  }

  private static String textOf(final Value value) {
    final ByteText text = new ByteText(64);
    new CanonicalJson(text).write(value);
    return text.toString();
  }

  private static void string(final ByteText out, final String text) {
    out.put('"');
    for (int i = 0; i < text.length(); i++) {
      final char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        out.put('\\');
        out.put(c);
      } else if (c >= ' ' && c < 127) {
        out.put(c);
      } else {
        // One spelling for everything else, so that no reader has to agree on short escapes.
        out.ascii(String.format("\\u%04x", (int) c));
      }
    }
    out.put('"');
  }
}
