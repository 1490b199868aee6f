package dev.certadvisor.conversation;

import dev.certadvisor.conversation.Reply.Audience;
import dev.certadvisor.conversation.Reply.Button;
import dev.certadvisor.conversation.Reply.Kind;
import dev.certadvisor.conversation.Reply.Part;
import dev.certadvisor.decision.Choice;
import dev.certadvisor.intent.Intent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Makes the replies that need neither guide nor catalogue nor framework. */
final class TalkComposer {

  private final Introduction introduction;
  private final Wording wording;

  /**
   * @param introduction what the pack is about, for greeting and help
   * @param wording the program's own sentences
   */
  TalkComposer(Introduction introduction, Wording wording) {
    this.introduction = introduction;
    this.wording = wording;
  }

  Reply say(Route.Topic topic, Conversation conversation) {
    return switch (topic) {
      case GREETING -> greeting();
      case THANKS -> of(Kind.SMALLTALK, prose("talk.thanks"));
      case FAREWELL -> of(Kind.SMALLTALK, prose("talk.farewell"));
      case IDENTITY -> of(Kind.SMALLTALK, prose("talk.identity"));
      case ACKNOWLEDGED -> of(Kind.SMALLTALK, prose("talk.acknowledged"));
      case HUMAN -> of(Kind.HELP, prose("talk.human"));
      case ABOUT_WHAT -> of(Kind.UNKNOWN, prose("talk.about-what"));
      case HELP -> help();
      case ASK_FORGET -> askForget();
      case FORGOTTEN -> of(Kind.HELP, prose("talk.forgotten"));
      case KEPT -> of(Kind.HELP, prose("talk.kept"));
      case EXPORT -> export(conversation);
    };
  }

  /** Which of several intents was meant. */
  Reply didYouMean(Route.DidYouMean question) {
    List<Button> buttons =
        question.intents().stream()
            .map(intent ->
                new Button(wording.say("intent." + intent.label()), act(intent, question)))
            .toList();
    return of(Kind.UNKNOWN, prose("talk.did-you-mean"), new Part.Buttons(buttons));
  }

  private static Act act(Intent intent, Route.DidYouMean question) {
    return switch (intent) {
      case RECOMMEND -> new Act.Say("recommend " + question.text());
      case ASK, FACT, MORE, OOS -> new Act.Say("ask " + question.text());
      case COMPARE -> new Act.Say("compare " + question.text());
      case INTERVIEW -> new Act.Do(Act.Move.START_INTERVIEW);
      case HELP, GREET, THANKS, FAREWELL, IDENTITY, YES, NO -> new Act.Do(Act.Move.HELP);
      case FORGET_ME -> new Act.Do(Act.Move.FORGET_ME);
      case EXPORT -> new Act.Do(Act.Move.EXPORT);
      case BACK -> new Act.Do(Act.Move.BACK);
      case SKIP, NOT_SURE -> new Act.Do(Act.Move.SKIP);
      case WHY -> new Act.Do(Act.Move.WHY);
      case REVIEW, CHANGE -> new Act.Do(Act.Move.REVIEW);
      case PAUSE -> new Act.Do(Act.Move.PAUSE);
      case RESUME -> new Act.Do(Act.Move.RESUME);
      case RESTART -> new Act.Do(Act.Move.RESTART);
      case STOP -> new Act.Do(Act.Move.STOP);
      case SHARE -> new Act.Do(Act.Move.SHARE);
      case HUMAN -> new Act.Do(Act.Move.ASK_A_PERSON);
    };
  }

  /** What was going on is stopped. */
  Reply halted() {
    return new Reply(
        Kind.SMALLTALK,
        Audience.ASKER,
        List.of(prose("talk.halted")),
        1,
        List.of(),
        Optional.empty());
  }

  private Reply greeting() {
    return of(
        Kind.SMALLTALK,
        new Part.Prose(wording.say("talk.greeting", introduction.matter())),
        start());
  }

  private Reply help() {
    List<Part> parts = new ArrayList<>();
    parts.add(new Part.Heading(wording.say("help.title")));
    parts.add(new Part.Prose(introduction.about()));
    List<String> abilities = new ArrayList<>(introduction.abilities(wording));
    abilities.add(wording.say("help.interview"));
    abilities.add(wording.say("help.data"));
    parts.add(new Part.Bullets(abilities));
    introduction.notice().map(Part.Notice::new).ifPresent(parts::add);
    parts.add(start());
    return of(Kind.HELP, parts.toArray(Part[]::new));
  }

  private Reply askForget() {
    return of(
        Kind.HELP,
        prose("talk.ask-forget"),
        new Part.Buttons(
            List.of(
                new Button(wording.say("button.forget"), new Act.Do(Act.Move.CONFIRM_FORGET_ME)),
                new Button(wording.say("button.keep"), new Act.Do(Act.Move.KEEP)))));
  }

  private Reply export(Conversation held) {
    List<String> items = new ArrayList<>();
    held.interview()
        .ifPresent(session ->
            items.add(
                wording.say(
                    "talk.export-interview",
                    Wording.moment(session.startedAt()),
                    session.choices().size(),
                    listed(session.choices()))));
    held.focus()
        .ifPresent(focus ->
            items.add(
                wording.say("talk.export-focus", Wording.moment(focus.at()), focus.question())));
    return items.isEmpty()
        ? of(Kind.HELP, prose("talk.export-nothing"))
        : of(Kind.HELP, prose("talk.export"), new Part.Bullets(items));
  }

  private static String listed(List<Choice> choices) {
    return choices.stream().map(Choice::toString).collect(Collectors.joining(", "));
  }

  private Part prose(String key) {
    return new Part.Prose(wording.say(key));
  }

  private Part start() {
    return new Part.Buttons(
        List.of(new Button(wording.say("button.interview"), new Act.Do(Act.Move.START_INTERVIEW))));
  }

  private static Reply of(Kind kind, Part... parts) {
    return new Reply(kind, Audience.CONVERSATION, List.of(parts), 1, List.of(), Optional.empty());
  }
}
