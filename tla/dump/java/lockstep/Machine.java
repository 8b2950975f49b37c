package lockstep;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import tlc2.TLC;
import tlc2.TLCGlobals;
import tlc2.output.EC;
import tlc2.value.impl.ModelValue;
import util.ToolIO;
import util.UniqueString;

/**
 * Runs TLC as often as it is asked: starting a virtual machine and getting TLC going in it takes longer than most models
 * do. Every line of standard input is a run, its parts separated by tabs:
 *
 * <pre>
 * folder   in which the configuration is found by its bare name
 * folders of modules, separated as in a class path; any number of -Dlockstep.NAME=VALUE; then arguments of TLC
 * </pre>
 *
 * What TLC says goes to standard output and is followed by a line {@code lockstep-end EXIT_CODE}, on standard error too.
 * Every run finds TLC as the first one does: a model says the same whatever ran before. That is so for safety only: of a
 * check of liveness TLC keeps what it found, and buffers of files.
 */
public final class Machine {
  private Machine() {}

  private static final String PROPERTY = "-Dlockstep.";

  public static void main(final String[] arguments) throws Exception {
    final Strings atFirst = new Strings();
    final BufferedReader lines =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      atFirst.restore();
      final int code = run(line.split("\t", -1));
      System.out.println("\nlockstep-end " + code);
      System.err.println("\nlockstep-end " + code);
    }
    // Threads of TLC may still be alive.
    System.exit(0);
  }

  private static int run(final String[] parts) throws IOException {
    ModelValue.init();
    TLCGlobals.mainChecker = null;
    TLCGlobals.simulator = null;
    TLCGlobals.continuation = false;
    TLCGlobals.metaDir = null;
    ToolIO.reset();
    ToolIO.setUserDir(parts[0]);
    final List<String> properties = new ArrayList<>();
    int first = 2;
    for (; first < parts.length && parts[first].startsWith(PROPERTY); first++) {
      final String[] property = parts[first].substring(2).split("=", 2);
      System.setProperty(property[0], property[1]);
      properties.add(property[0]);
    }
    Kept.begin();
    Watch.begin();
    try {
      final TLC tlc = new TLC();
      if (!tlc.handleParameters(Arrays.copyOfRange(parts, first, parts.length))) {
        return 1;
      }
      tlc.setResolver(new StandardModules(parts[1].split(File.pathSeparator)));
      return EC.ExitStatus.errorConstantToExitStatus(tlc.process());
    } finally {
      Watch.end();
      LockstepDump.end();
      Pointwise.end();
      properties.forEach(System::clearProperty);
    }
  }

  /**
   * The table of the strings that TLC knows. Sets of strings are in the order in which TLC first saw them, and every string
   * knows where the last specification kept its definition: both would depend on the runs before.
   */
  private static final class Strings {
    /** Classes that keep strings of the table as long as the virtual machine lives: those of the first state must be theirs. */
    private static final String[] KEEPERS = {
      "tlc2.tool.Action", "tlc2.tool.BuiltInOPs", "tlc2.tool.ToolGlobals", "tlc2.module.TLC",
      "tla2sany.configuration.Configuration", "tla2sany.parser.Operators", "tla2sany.semantic.ASTConstants",
      "tla2sany.semantic.BuiltInLevel", "tla2sany.semantic.Context", "tla2sany.semantic.Generator",
      "tla2sany.st.Location", "tla2sany.st.SyntaxTreeConstants"
    };

    private final Field[] fields =
        Arrays.stream(UniqueString.internTbl.getClass().getDeclaredFields())
            .filter(field -> !Modifier.isStatic(field.getModifiers()))
            .toArray(Field[]::new);
    private final Object[] values = new Object[fields.length];

    Strings() throws ReflectiveOperationException {
      for (final String name : KEEPERS) {
        Class.forName(name);
      }
      for (int i = 0; i < fields.length; i++) {
        fields[i].setAccessible(true);
        values[i] = copied(fields[i].get(UniqueString.internTbl));
      }
    }

    void restore() throws ReflectiveOperationException {
      for (int i = 0; i < fields.length; i++) {
        fields[i].set(UniqueString.internTbl, copied(values[i]));
        if (values[i] instanceof UniqueString[]) {
          for (final UniqueString string : (UniqueString[]) values[i]) {
            if (string != null) {
              string.setLoc(-1);
            }
          }
        }
      }
      UniqueString.setVariableCount(0);
    }

    private static Object copied(final Object value) {
      return value instanceof UniqueString[] ? ((UniqueString[]) value).clone() : value;
    }
  }
}
