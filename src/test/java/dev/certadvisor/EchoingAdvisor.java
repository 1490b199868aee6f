package dev.certadvisor;

import dev.certadvisor.conversation.Act;
import dev.certadvisor.conversation.Advisor;
import dev.certadvisor.conversation.Conversation;
import dev.certadvisor.conversation.Incoming;
import dev.certadvisor.conversation.Reply;
import dev.certadvisor.conversation.Reply.Part;
import dev.certadvisor.conversation.Transition;
import java.util.List;
import java.util.Optional;

/** Says what it heard, with buttons below; fails when it hears {@link #FAIL}. */
final class EchoingAdvisor implements Advisor {

  static final String FAIL = "break down";

  @Override
  public Transition respond(Conversation before, Incoming incoming) {
    String heard =
        switch (incoming) {
          case Incoming.Said said -> "You said: " + said.text();
          case Incoming.Chose chose -> "You chose: " + chose.act();
          case Incoming.Commanded commanded -> "You commanded: " + commanded.text();
          case Incoming.OpenedHome home -> "Your home";
          case Incoming.OpenedMessages messages -> "Welcome";
          case Incoming.Halted halted -> "Stopped";
        };
    if (heard.endsWith(FAIL)) {
      throw new IllegalStateException("as it was told");
    }
    List<Part> parts =
        List.of(
            new Part.Prose(heard),
            new Part.Buttons(
                List.of(
                    new Reply.Button("More", new Act.Say("more")),
                    new Reply.Button("Undo", new Act.Do(Act.Move.BACK)),
                    new Reply.Button("Share", new Act.Do(Act.Move.SHARE_ANSWER)))));
    return new Transition(
        before,
        new Reply(
            Reply.Kind.SMALLTALK,
            Reply.Audience.CONVERSATION,
            parts,
            1,
            List.of(),
            Optional.empty()));
  }
}
