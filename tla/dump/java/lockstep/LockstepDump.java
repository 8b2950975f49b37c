package lockstep;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.IdentityHashMap;
import tlc2.overrides.TLAPlusOperator;
import tlc2.value.impl.BoolValue;
import tlc2.value.impl.IntValue;
import tlc2.value.impl.RecordValue;
import tlc2.value.impl.Value;

/**
 * The Java side of LockstepDump.tla: one line of JSON per fact, in the file named by the system property
 * {@code lockstep.dump}. Values are written once and referred to by number afterwards:
 *
 * <pre>
 * ["S",id,state] ["E",id,event]   first sight of a value, ids count from 0
 * ["F",id,[refusal,…]] ["L",id,[effect,…]]   the same for lists
 * ["I",state] ["T",from,event,to]   initial state, transition
 * ["R",state,event,refusals] ["X",from,event,effects]   refusal, what a transition sends out
 * ["A",id,answer] ["P",state,event,answer]   what a probe comes to, a probe
 * ["END",states,events,refusalSets,effectLists,answers,initial,transitions,refusals,effects,probes]   numbers of lines
 * </pre>
 *
 * Repeated transitions are written repeatedly. The END line is written when the JVM exits, or when a run of a
 * {@link Machine} ends, whatever the reason; whether the run was complete is known to the process that started it.
 */
public final class LockstepDump {
  private LockstepDump() {}

  private static final int FLUSH_AT_BYTES = 1 << 20;
  private static final int REMEMBERED_OBJECTS = 1 << 16;

  private static final ByteText OUT = new ByteText(FLUSH_AT_BYTES + (1 << 16));
  private static OutputStream file = null;
  private static Interned states;
  private static Interned events;
  private static Interned refusalSets;
  private static Interned effectLists;
  private static Interned answers;
  private static HashSet<Integer> initial;

  /** Every so-manieth state is asked about more than its steps, with one other field or with two; none when 0. */
  private static int everyState;
  private static int pairsEveryState;

  private static long transitions;
  private static long refusals;
  private static long effects;
  private static long probes;

  static {
    Runtime.getRuntime().addShutdownHook(new Thread(LockstepDump::end));
  }

  private static boolean hasBegun = false;

  /** Whether there is a dump; begins the one that the properties ask for, which knows nothing of the one before. */
  private static boolean isAsked() {
    if (!hasBegun) {
      begin();
      hasBegun = true;
    }
    return file != null;
  }

  private static void begin() {
    states = new Interned('S');
    events = new Interned('E');
    refusalSets = new Interned('F');
    effectLists = new Interned('L');
    answers = new Interned('A');
    initial = new HashSet<>();
    everyState = Integer.getInteger("lockstep.everyState", 0);
    pairsEveryState = Integer.getInteger("lockstep.pairsEveryState", 0);
    transitions = 0;
    refusals = 0;
    effects = 0;
    probes = 0;
    OUT.length = 0;
    file = open();
  }

  @TLAPlusOperator(identifier = "DumpInitial", module = "LockstepDump", warn = false)
  public static synchronized Value dumpInitial(final Value state) {
    if (isAsked()) {
      final int id = states.idOf(state);
      if (initial.add(id)) {
        line('I', id, -1, -1);
      }
    }
    return BoolValue.ValTrue;
  }

  @TLAPlusOperator(identifier = "DumpTransition", module = "LockstepDump", warn = false)
  public static synchronized Value dumpTransition(final Value from, final Value event, final Value to) {
    if (isAsked()) {
      final int fromId = states.idOf(from);
      final int eventId = events.idOf(event);
      line('T', fromId, eventId, states.idOf(to));
      transitions++;
    }
    return BoolValue.ValTrue;
  }

  @TLAPlusOperator(identifier = "DumpRefusals", module = "LockstepDump", warn = false)
  public static synchronized Value dumpRefusals(final Value state, final Value event, final Value names) {
    if (isAsked()) {
      final int stateId = states.idOf(state);
      final int eventId = events.idOf(event);
      line('R', stateId, eventId, refusalSets.idOf(names));
      refusals++;
    }
    return BoolValue.ValTrue;
  }

  @TLAPlusOperator(identifier = "DumpEffects", module = "LockstepDump", warn = false)
  public static synchronized Value dumpEffects(final Value from, final Value event, final Value sent) {
    if (isAsked()) {
      final int fromId = states.idOf(from);
      final int eventId = events.idOf(event);
      line('X', fromId, eventId, effectLists.idOf(sent));
      effects++;
    }
    return BoolValue.ValTrue;
  }

  @TLAPlusOperator(identifier = "DumpProbedFields", module = "LockstepDump", warn = false)
  public static synchronized Value dumpProbedFields(final Value state) {
    if (!isAsked()) {
      return IntValue.gen(0);
    }
    final int id = states.idOf(state);
    return IntValue.gen(isOneOf(pairsEveryState, id) ? 2 : isOneOf(everyState, id) ? 1 : 0);
  }

  private static boolean isOneOf(final int every, final int id) {
    return every > 0 && id % every == 0;
  }

  @TLAPlusOperator(identifier = "DumpProbe", module = "LockstepDump", warn = false)
  public static synchronized Value dumpProbe(final Value state, final Value event, final Value answer) {
    if (isAsked()) {
      final int stateId = states.idOf(state);
      final int eventId = events.idOf(event);
      line('P', stateId, eventId, answers.idOf(answer));
      probes++;
    }
    return BoolValue.ValTrue;
  }

  private static OutputStream open() {
    final String path = System.getProperty("lockstep.dump");
    if (path == null) {
      return null;
    }
    try {
      return new FileOutputStream(path);
    } catch (final IOException e) {
      throw new IllegalStateException("The dump file " + path + " cannot be written: " + e.getMessage(), e);
    }
  }

  /** Ends the dump that was begun, if one was. */
  static synchronized void end() {
    hasBegun = false;
    if (file == null) {
      return;
    }
    OUT.ascii("[\"END\"");
    final long[] counts = {
      states.size(), events.size(), refusalSets.size(), effectLists.size(), answers.size(),
      initial.size(), transitions, refusals, effects, probes
    };
    for (final long count : counts) {
      OUT.put(',');
      OUT.number(count);
    }
    OUT.ascii("]\n");
    flush();
    try {
      file.close();
    } catch (final IOException e) {
      System.err.println("The dump file could not be closed: " + e.getMessage());
    }
    file = null;
  }

  private static void line(final char kind, final int a, final int b, final int c) {
    OUT.put('[');
    OUT.put('"');
    OUT.put(kind);
    OUT.put('"');
    OUT.put(',');
    OUT.number(a);
    if (b >= 0) {
      OUT.put(',');
      OUT.number(b);
      OUT.put(',');
      OUT.number(c);
    }
    OUT.put(']');
    OUT.put('\n');
    flushIfLarge();
  }

  private static void flushIfLarge() {
    if (OUT.length >= FLUSH_AT_BYTES) {
      flush();
    }
  }

  private static void flush() {
    try {
      file.write(OUT.bytes, 0, OUT.length);
      OUT.length = 0;
    } catch (final IOException e) {
      // A dump with a hole is worth nothing: TLC stops with this message.
      throw new IllegalStateException("The dump file could not be written: " + e.getMessage(), e);
    }
  }

  /** Numbers values by their canonical text. */
  private static final class Interned {
    private final char kind;
    private final ByteText scratch = new ByteText(4096);
    private final CanonicalJson json = new CanonicalJson(scratch);
    private byte[][] texts = new byte[1 << 12][];
    private int[] slots = new int[1 << 13]; // id + 1, 0 is free
    private int[] hashes = new int[1 << 12];
    private int count = 0;

    // Two short cuts around the text: TLC hands over the very same objects again and again.
    private final IdentityHashMap<Value, Integer> seen = new IdentityHashMap<>();
    private RecordValue last = null;
    private int lastId = -1;

    Interned(final char kind) {
      this.kind = kind;
    }

    int size() {
      return count;
    }

    int idOf(final Value value) {
      if (kind == 'S') {
        return stateIdOf(value);
      }
      final Integer known = seen.get(value);
      if (known != null) {
        return known;
      }
      final int id = lookUp(value);
      if (seen.size() >= REMEMBERED_OBJECTS) {
        seen.clear();
      }
      seen.put(value, id);
      return id;
    }

    /** A state's record is built anew for every call, but from the same field values. */
    private int stateIdOf(final Value value) {
      if (!(value instanceof RecordValue)) {
        return lookUp(value);
      }
      final RecordValue record = (RecordValue) value;
      if (last != null && Kept.haveSameFields(last, record)) {
        return lastId;
      }
      final int id = lookUp(record);
      last = record;
      lastId = id;
      return id;
    }

    private int lookUp(final Value value) {
      scratch.length = 0;
      json.write(value);
      final int hash = scratch.hash();
      int mask = slots.length - 1;
      int slot = hash & mask;
      while (slots[slot] != 0) {
        final int id = slots[slot] - 1;
        if (hashes[id] == hash && scratch.equalTo(texts[id])) {
          return id;
        }
        slot = (slot + 1) & mask;
      }
      if (count == texts.length) {
        grow();
        mask = slots.length - 1;
        slot = hash & mask;
        while (slots[slot] != 0) {
          slot = (slot + 1) & mask;
        }
      }
      final int id = count++;
      slots[slot] = id + 1;
      hashes[id] = hash;
      texts[id] = scratch.copy();
      OUT.ascii("[\"");
      OUT.put(kind);
      OUT.ascii("\",");
      OUT.number(id);
      OUT.put(',');
      OUT.append(scratch);
      OUT.ascii("]\n");
      flushIfLarge();
      return id;
    }

    private void grow() {
      texts = java.util.Arrays.copyOf(texts, texts.length * 2);
      hashes = java.util.Arrays.copyOf(hashes, hashes.length * 2);
      slots = new int[slots.length * 2];
      final int mask = slots.length - 1;
      for (int id = 0; id < count; id++) {
        int slot = hashes[id] & mask;
        while (slots[slot] != 0) {
          slot = (slot + 1) & mask;
        }
        slots[slot] = id + 1;
      }
    }
  }

  /** A growing run of bytes. */
  static final class ByteText {
    byte[] bytes;
    int length = 0;

    ByteText(final int capacity) {
      bytes = new byte[capacity];
    }

    private void room(final int more) {
      if (length + more > bytes.length) {
        bytes = java.util.Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
      }
    }

    void put(final char ascii) {
      room(1);
      bytes[length++] = (byte) ascii;
    }

    void ascii(final String text) {
      room(text.length());
      for (int i = 0; i < text.length(); i++) {
        bytes[length++] = (byte) text.charAt(i);
      }
    }

    void append(final byte[] more) {
      room(more.length);
      System.arraycopy(more, 0, bytes, length, more.length);
      length += more.length;
    }

    void append(final ByteText other) {
      room(other.length);
      System.arraycopy(other.bytes, 0, bytes, length, other.length);
      length += other.length;
    }

    void number(final long value) {
      if (value < 0) {
        put('-');
        ascii(Long.toString(value).substring(1));
        return;
      }
      room(20);
      int digits = 1;
      for (long rest = value / 10; rest > 0; rest /= 10) {
        digits++;
      }
      long rest = value;
      for (int i = length + digits - 1; i >= length; i--) {
        bytes[i] = (byte) ('0' + rest % 10);
        rest /= 10;
      }
      length += digits;
    }

    int hash() {
      int h = 0;
      for (int i = 0; i < length; i++) {
        h = 31 * h + bytes[i];
      }
      return h ^ (h >>> 15);
    }

    boolean equalTo(final byte[] other) {
      return java.util.Arrays.equals(bytes, 0, length, other, 0, other.length);
    }

    @Override
    public String toString() {
      return new String(bytes, 0, length, StandardCharsets.US_ASCII);
    }

    byte[] copy() {
      return java.util.Arrays.copyOf(bytes, length);
    }
  }
}
