package lockstep;

import java.nio.charset.StandardCharsets;
import org.bouncycastle.jcajce.provider.digest.Keccak.Digest256;
import tlc2.overrides.TLAPlusOperator;
import tlc2.value.impl.IntValue;
import tlc2.value.impl.StringValue;
import tlc2.value.impl.TupleValue;
import tlc2.value.impl.Value;

/** The Java side of Keccak256.tla: bytes in, bytes out, by a library that nothing else here hashes with. */
public final class Keccak256 {
  private Keccak256() {}

  @TLAPlusOperator(identifier = "Keccak256", module = "Keccak256", warn = false)
  public static Value keccak256(final Value bytes) {
    final Value sequence = bytes.toTuple();
    if (!(sequence instanceof TupleValue)) {
      throw new IllegalArgumentException("Keccak256 takes a sequence of bytes, not " + bytes);
    }
    final Value[] elements = ((TupleValue) sequence).elems;
    final byte[] input = new byte[elements.length];
    for (int i = 0; i < input.length; i++) {
      final int element = ((IntValue) elements[i]).val;
      if (element < 0 || element > 255) {
        throw new IllegalArgumentException("Keccak256 takes bytes, 0 to 255, not " + element);
      }
      input[i] = (byte) element;
    }
    return sequenceOf(new Digest256().digest(input));
  }

  @TLAPlusOperator(identifier = "Utf8", module = "Keccak256", warn = false)
  public static Value utf8(final Value text) {
    return sequenceOf(((StringValue) text).val.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static Value sequenceOf(final byte[] bytes) {
    final Value[] elements = new Value[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      elements[i] = IntValue.gen(bytes[i] & 0xff);
    }
    return new TupleValue(elements);
  }
}
