package lockstep;

import java.io.BufferedReader;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import lockstep.LockstepDump.ByteText;
import tlc2.overrides.TLAPlusOperator;
import tlc2.value.impl.BoolValue;
import tlc2.value.impl.IntValue;
import tlc2.value.impl.RecordValue;
import tlc2.value.impl.StringValue;
import tlc2.value.impl.TupleValue;
import tlc2.value.impl.Value;
import util.UniqueString;

/**
 * The Java side of Pointwise.tla. The system property {@code lockstep.points} names a file of lines {@code [state,
 * [event, …]]} in canonical JSON; the answers go to the file of the same name with {@code .answers}, one line {@code
 * [i,j,refusals,successor,effects]} each, the last two 0 where the event is refused.
 */
public final class Pointwise {
  private Pointwise() {}

  private static final int FLUSH_AT_BYTES = 1 << 20;
  private static List<Value[]> points = null;
  private static OutputStream answers = null;
  private static final ByteText OUT = new ByteText(FLUSH_AT_BYTES + (1 << 16));
  private static final CanonicalJson JSON = new CanonicalJson(OUT);

  static {
    Runtime.getRuntime().addShutdownHook(new Thread(Pointwise::end));
  }

  @TLAPlusOperator(identifier = "PointStates", module = "Pointwise", warn = false)
  public static synchronized Value pointStates() {
    return IntValue.gen(all().size());
  }

  @TLAPlusOperator(identifier = "PointEvents", module = "Pointwise", warn = false)
  public static synchronized Value pointEvents(final IntValue i) {
    return IntValue.gen(all().get(i.val - 1).length - 1);
  }

  @TLAPlusOperator(identifier = "PointState", module = "Pointwise", warn = false)
  public static synchronized Value pointState(final IntValue i) {
    return all().get(i.val - 1)[0];
  }

  @TLAPlusOperator(identifier = "PointEvent", module = "Pointwise", warn = false)
  public static synchronized Value pointEvent(final IntValue i, final IntValue j) {
    return all().get(i.val - 1)[j.val];
  }

  @TLAPlusOperator(identifier = "PointAnswer", module = "Pointwise", warn = false)
  public static synchronized Value pointAnswer(
      final IntValue i, final IntValue j, final Value refusals, final Value successor, final Value effects)
      throws IOException {
    OUT.put('[');
    OUT.number(i.val);
    OUT.put(',');
    OUT.number(j.val);
    for (final Value part : new Value[] {refusals, successor, effects}) {
      OUT.put(',');
      JSON.write(part);
    }
    OUT.ascii("]\n");
    if (OUT.length >= FLUSH_AT_BYTES) {
      flush();
    }
    return BoolValue.ValTrue;
  }

  private static List<Value[]> all() {
    if (points == null) {
      final String file = System.getProperty("lockstep.points");
      if (file == null) {
        throw new IllegalStateException("No file of points: the property lockstep.points is not set.");
      }
      try {
        points = read(Path.of(file));
        answers = new FileOutputStream(file + ".answers");
      } catch (final IOException e) {
        throw new IllegalStateException("The points in " + file + " cannot be read: " + e.getMessage(), e);
      }
    }
    return points;
  }

  private static List<Value[]> read(final Path file) throws IOException {
    final List<Value[]> read = new ArrayList<>();
    try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        final Value[] pair = ((TupleValue) new Reader(line).value()).elems;
        final Value[] events = ((TupleValue) pair[1]).elems;
        final Value[] point = new Value[events.length + 1];
        point[0] = pair[0];
        System.arraycopy(events, 0, point, 1, events.length);
        read.add(point);
      }
    }
    return read;
  }

  private static void flush() throws IOException {
    answers.write(OUT.bytes, 0, OUT.length);
    OUT.length = 0;
  }

  /** Ends the answers, if any were asked for, and forgets the points. */
  static synchronized void end() {
    points = null;
    if (answers == null) {
      return;
    }
    try {
      flush();
      answers.close();
    } catch (final IOException e) {
      System.err.println("The answers could not be written: " + e.getMessage());
    }
    answers = null;
  }

  /** Canonical JSON as values: arrays are sequences, objects are records, an empty object an empty function. */
  private static final class Reader {
    private final String text;
    private int at = 0;

    Reader(final String text) {
      this.text = text;
    }

    Value value() {
      final char c = text.charAt(at);
      if (c == '{') {
        return record();
      }
      if (c == '[') {
        return new TupleValue(list().toArray(new Value[0]));
      }
      if (c == '"') {
        return new StringValue(string());
      }
      if (text.startsWith("true", at) || text.startsWith("false", at)) {
        final boolean value = c == 't';
        at += value ? 4 : 5;
        return value ? BoolValue.ValTrue : BoolValue.ValFalse;
      }
      final int from = at++;
      while (at < text.length() && Character.isDigit(text.charAt(at))) {
        at++;
      }
      return IntValue.gen(Integer.parseInt(text.substring(from, at)));
    }

    private List<Value> list() {
      final List<Value> elements = new ArrayList<>();
      at++;
      while (text.charAt(at) != ']') {
        elements.add(value());
        if (text.charAt(at) == ',') {
          at++;
        }
      }
      at++;
      return elements;
    }

    private Value record() {
      final List<UniqueString> names = new ArrayList<>();
      final List<Value> values = new ArrayList<>();
      at++;
      while (text.charAt(at) != '}') {
        names.add(UniqueString.uniqueStringOf(string()));
        at++;
        values.add(value());
        if (text.charAt(at) == ',') {
          at++;
        }
      }
      at++;
      if (names.isEmpty()) {
        return TupleValue.EmptyTuple;
      }
      return new RecordValue(names.toArray(new UniqueString[0]), values.toArray(new Value[0]), false);
    }

    /** Names hold no escapes. */
    private String string() {
      final int from = at + 1;
      final int to = text.indexOf('"', from);
      at = to + 1;
      return text.substring(from, to);
    }
  }
}
