package dev.certadvisor;

import dev.certadvisor.console.Chat;
import dev.certadvisor.conversation.ConversationStore;
import dev.certadvisor.conversation.InMemoryConversationStore;
import dev.certadvisor.delivery.LedgerConversations;
import dev.certadvisor.store.Database;
import dev.certadvisor.store.JdbcLedger;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The whole advisor in a terminal. */
@Command(
    name = "chat",
    description = "Talks to the advisor here, in words or in JSON lines.",
    mixinStandardHelpOptions = true)
final class ChatCommand implements Callable<Integer> {

  @Option(
      names = "--json",
      description =
          "One message a line in: plain words, {\"user\":…,\"text\":…} or"
              + " {\"user\":…,\"choose\":\"<question>/<choice>\"}; one reply a line out.")
  private boolean json;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Keeps conversations there; in memory if left out.")
  private @Nullable Path data;

  @Override
  public Integer call() throws IOException {
    TerminalLog.onlyTroubles();
    Settings settings = Settings.from(System.getenv());
    Composition composition = Composition.of(PackFolder.of(settings.pack()), settings.today());
    if (data == null) {
      talk(composition, new InMemoryConversationStore());
    } else {
      keeping(composition, data);
    }
    return CertAdvisor.OK;
  }

  private void keeping(Composition composition, Path folder) throws IOException {
    try (Database database = Database.embedded(folder)) {
      Clock clock = Clock.systemUTC();
      talk(
          composition,
          new LedgerConversations(
              new JdbcLedger(database, clock), clock, () -> "terminal:" + UUID.randomUUID()));
    } catch (Database.UnusableDatabase e) {
      throw new UnusableException(
          "--data: "
              + folder
              + (e.isInUse()
                  ? " is used by another advisor, and serves one process at a time"
                  : " cannot be used: " + FileTrouble.of(e)));
    }
  }

  private void talk(Composition composition, ConversationStore store) throws IOException {
    Chat chat =
        new Chat(
            composition.advisor(),
            store,
            composition.pack().manifest().introduction().matter(),
            composition.wording());
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    PrintWriter out = new PrintWriter(System.out, false, StandardCharsets.UTF_8);
    // The launcher knows whether a person sits there; Java can tell only from version 22 on.
    if (json) {
      chat.inJson(in, out);
    } else {
      chat.inWords(in, out, Boolean.getBoolean("advisor.terminal"));
    }
  }
}
