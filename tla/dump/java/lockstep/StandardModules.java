package lockstep;

import java.io.File;
import java.util.HashMap;
import java.util.Map;
import util.FilenameToStream;
import util.SimpleFilenameToStream;

/**
 * Finds modules as TLC does, but unpacks each of TLC's own from its archive once in the life of a virtual machine and not in
 * every run. No folder has a module of the same name as one of these.
 */
final class StandardModules extends SimpleFilenameToStream {
  private static final Map<String, File> UNPACKED = new HashMap<>();

  StandardModules(final String[] folders) {
    super(folders);
  }

  @Override
  public File resolve(final String name, final boolean isModule) {
    final File known = UNPACKED.get(name);
    if (known != null && known.exists()) {
      return new FilenameToStream.TLAFile(known.getPath(), true, this);
    }
    final File found = super.resolve(name, isModule);
    if (found != null && new File(FilenameToStream.TMPDIR).equals(found.getParentFile())) {
      UNPACKED.put(name, found);
    }
    return found;
  }
}
