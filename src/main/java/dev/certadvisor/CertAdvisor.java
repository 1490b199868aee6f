package dev.certadvisor;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The program: one entry point, one command line. Without a command it starts. */
@Command(
    name = "advisor",
    description =
        "Answers, recommends and interviews on cloud AI certifications, in Slack and here.",
    mixinStandardHelpOptions = true,
    versionProvider = CertAdvisor.Version.class,
    subcommands = {
      StartCommand.class,
      ChatCommand.class,
      GalleryCommand.class,
      CheckCommand.class,
      DoctorCommand.class,
      EvaluateCommand.class,
      UnansweredCommand.class,
      BackupCommand.class,
      RestoreCommand.class,
      ReloadCommand.class,
      RehearseCommand.class
    })
public final class CertAdvisor implements Runnable {

  /** Everything is fine. */
  static final int OK = 0;

  /** What was checked fell short. */
  static final int FELL_SHORT = 1;

  /** The command line, the environment or a file that was named cannot be used. */
  static final int WRONG_USAGE = 2;

  /** Held here, since the logging system forgets loggers that nobody holds. */
  private static final Logger LUCENE_VECTORS =
      Logger.getLogger("org.apache.lucene.internal.vectorization.VectorizationProvider");

  private CertAdvisor() {}

  /**
   * Runs one command and exits with its code: 0 fine, 1 the thing checked fell short, 2 wrong
   * usage.
   *
   * @param args the command and its arguments; none means {@code start}
   */
  public static void main(String[] args) {
    System.exit(run(args));
  }

  static int run(String... args) {
    // Lucene recommends an incubator module for vectors, of which nothing here has any.
    LUCENE_VECTORS.setLevel(Level.SEVERE);
    PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    if (args.length == 0 || (args.length == 1 && args[0].equals("start"))) {
      return start(out, err);
    }
    CommandLine commandLine =
        new CommandLine(new CertAdvisor())
            .setOut(out)
            .setErr(err)
            .setCaseInsensitiveEnumValuesAllowed(true)
            .setParameterExceptionHandler(CertAdvisor::sayWhatIsWrong)
            .setExecutionExceptionHandler(CertAdvisor::sayWhatFailed);
    return commandLine.execute(args);
  }

  /** Nothing is there to be parsed, and loading what parses is a tenth of a start. */
  private static int start(PrintWriter out, PrintWriter err) {
    try {
      return StartCommand.start(out);
    } catch (UnusableException e) {
      e.lines().forEach(err::println);
      return WRONG_USAGE;
    }
  }

  private static int sayWhatIsWrong(CommandLine.ParameterException e, String[] args) {
    e.getCommandLine()
        .getErr()
        .printf(
            "advisor: %s (see: %s --help)%n",
            whatIsWrong(e), e.getCommandLine().getCommandSpec().qualifiedName());
    return WRONG_USAGE;
  }

  private static String whatIsWrong(CommandLine.ParameterException e) {
    if (!(e instanceof CommandLine.UnmatchedArgumentException unmatched)) {
      return String.valueOf(e.getMessage()).lines().findFirst().orElse("wrong usage");
    }
    String word = unmatched.getUnmatched().getFirst();
    List<String> commands =
        e.getCommandLine().getSubcommands().entrySet().stream()
            .filter(each -> !each.getValue().getCommandSpec().usageMessage().hidden())
            .map(Map.Entry::getKey)
            .toList();
    boolean isOption = unmatched.isUnknownOption();
    Optional<String> likely =
        unmatched.getSuggestions().stream()
            .filter(each -> isOption || commands.contains(each))
            .findFirst();
    StringBuilder words = new StringBuilder();
    if (isOption) {
      words.append("there is no option ").append(word);
    } else if (commands.isEmpty()) {
      words.append("\"").append(word).append("\" is more than is asked for");
    } else {
      words.append("there is no command \"").append(word).append("\"");
    }
    likely.ifPresent(each -> words.append("; did you mean ").append(each).append("?"));
    if (!isOption && !commands.isEmpty()) {
      words
          .append(likely.isEmpty() ? "; one of: " : " One of: ")
          .append(String.join(", ", commands));
    }
    return words.toString();
  }

  private static int sayWhatFailed(
      Exception e, CommandLine commandLine, CommandLine.ParseResult parsed) throws Exception {
    if (e instanceof UnusableException unusable) {
      unusable.lines().forEach(line -> commandLine.getErr().println(line));
      return WRONG_USAGE;
    }
    throw e;
  }

  @Override
  public void run() {
    throw new IllegalStateException("a command is always given");
  }

  /** Tells the version that the build stamped into the jar. */
  static final class Version implements CommandLine.IVersionProvider {
    @Override
    public String[] getVersion() {
      String version = CertAdvisor.class.getPackage().getImplementationVersion();
      return new String[] {"Cert Advisor " + (version == null ? "(not packaged)" : version)};
    }
  }
}
