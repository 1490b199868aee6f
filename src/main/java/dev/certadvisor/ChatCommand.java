package dev.certadvisor;

import dev.certadvisor.console.Chat;
import dev.certadvisor.conversation.ConversationStore;
import dev.certadvisor.conversation.InMemoryConversationStore;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
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
      description = {
        "One message a line in (plain words, or {\"user\":…,\"text\":…} or",
        "{\"user\":…,\"choose\":\"<question>/<choice>\"}), one reply a line out."
      })
  private boolean json;

  @Override
  public Integer call() throws IOException {
    Settings settings = Settings.from(System.getenv());
    Composition composition = Composition.of(PackFolder.of(settings.pack()), settings.today());
    ConversationStore store = new InMemoryConversationStore();
    Chat chat = new Chat(composition.advisor(), store, composition.wording());
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    PrintWriter out = new PrintWriter(System.out, false, StandardCharsets.UTF_8);
    // The launcher knows whether a person sits there; Java can tell only from version 22 on.
    if (json) {
      chat.inJson(in, out);
    } else {
      chat.inWords(in, out, Boolean.getBoolean("advisor.terminal"));
    }
    return CertAdvisor.OK;
  }
}
