package dev.certadvisor.conversation;

import dev.certadvisor.conversation.Reply.Audience;
import dev.certadvisor.conversation.Reply.Kind;
import dev.certadvisor.conversation.Reply.Part;
import dev.certadvisor.decision.Choice;
import dev.certadvisor.interview.Session;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Shows a person who asks for it all that is kept of them; leaves everything else to another. */
public final class ExportingAdvisor implements Advisor {

  private final Advisor advisor;
  private final Holdings holdings;
  private final Wording wording;

  /**
   * @param advisor answers
   * @param holdings knows what is kept
   * @param wording the program's own sentences
   */
  public ExportingAdvisor(Advisor advisor, Holdings holdings, Wording wording) {
    this.advisor = advisor;
    this.holdings = holdings;
    this.wording = wording;
  }

  @Override
  public Transition respond(Conversation before, Incoming incoming) {
    Transition transition = advisor.respond(before, incoming);
    return transition.effects().stream().anyMatch(Effect.Export.class::isInstance)
        ? transition.withReply(export(incoming))
        : transition;
  }

  /** For the person's eyes alone, wherever it was asked for. */
  private Reply export(Incoming incoming) {
    List<Held> held = new ArrayList<>(holdings.of(incoming.person()));
    held.stream()
        .filter(one -> one instanceof Held.Waiting waiting && waiting.incoming().equals(incoming))
        .findFirst()
        .ifPresent(held::remove); // this very wish
    List<String> items = held.stream().flatMap(this::items).toList();
    List<Part> parts =
        items.isEmpty()
            ? List.of(new Part.Prose(wording.say("talk.export-nothing")))
            : List.of(new Part.Prose(wording.say("talk.export")), new Part.Bullets(items));
    return new Reply(Kind.HELP, Audience.ASKER, parts, 1, List.of(), Optional.empty());
  }

  private Stream<String> items(Held held) {
    return switch (held) {
      case Held.Talk talk ->
          Stream.concat(
              talk.conversation().interview().map(this::interview).stream(),
              talk
                  .conversation()
                  .focus()
                  .map(focus ->
                      wording.say(
                          talk.shared() ? "talk.export-thread" : "talk.export-focus",
                          Wording.moment(focus.at()),
                          focus.question()))
                  .stream());
      case Held.Waiting waiting ->
          Stream.of(
              wording.say(
                  "talk.export-waiting", Wording.moment(waiting.at()), words(waiting.incoming())));
      case Held.Rating rating ->
          Stream.of(
              wording.say(
                  rating.rated().helpful() ? "talk.export-helpful" : "talk.export-not-helpful",
                  Wording.moment(rating.at()),
                  rating.rated().about(),
                  Stream.concat(rating.rated().reason().stream(), rating.rated().words().stream())
                      .collect(Collectors.joining("; "))));
      case Held.Unheld unheld ->
          Stream.of(
              wording.say(
                  "talk.export-unheld",
                  unheld.day().toString(),
                  unheld.question(),
                  unheld.times()));
      case Held.Entries entries ->
          Stream.of(wording.say("talk.export-entries", entries.count(), entries.where()));
    };
  }

  private String interview(Session session) {
    String answers =
        session.choices().stream().map(Choice::toString).collect(Collectors.joining(", "));
    return wording.say(
        "talk.export-interview",
        Wording.moment(session.startedAt()),
        session.choices().size(),
        answers);
  }

  private static String words(Incoming incoming) {
    return switch (incoming) {
      case Incoming.Said said -> said.text();
      case Incoming.Commanded commanded -> commanded.text();
      case Incoming.Chose chose -> chose.act().toString();
      case Incoming.OpenedHome opened -> "–";
      case Incoming.OpenedMessages opened -> "–";
      case Incoming.Halted halted -> "–";
    };
  }
}
