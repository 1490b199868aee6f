package dev.certadvisor.conversation;

import dev.certadvisor.conversation.Reply.Audience;
import dev.certadvisor.conversation.Reply.Button;
import dev.certadvisor.conversation.Reply.Kind;
import dev.certadvisor.conversation.Reply.Part;
import dev.certadvisor.decision.Choice;
import dev.certadvisor.decision.ChoiceOption;
import dev.certadvisor.decision.Framework;
import dev.certadvisor.decision.NextQuestion;
import dev.certadvisor.decision.ProfileReader;
import dev.certadvisor.decision.Question;
import dev.certadvisor.decision.QuestionId;
import dev.certadvisor.interview.Position;
import dev.certadvisor.interview.Turn;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Makes replies of the interviewer's turns; advice itself is made by {@link AdviceComposer}. */
final class InterviewComposer {

  private static final int BUTTONS_A_ROW = 5;

  /** From the question after these on, the advice can be asked for at once. */
  private static final int ENOUGH_TO_ADVISE = 2;

  private final Expertise expertise;
  private final Framework framework;
  private final Wording wording;

  InterviewComposer(Expertise expertise, Wording wording) {
    this.expertise = expertise;
    this.framework = expertise.framework();
    this.wording = wording;
  }

  Reply asked(Turn.Asked turn) {
    List<Part> parts = notes(turn.before());
    parts.add(prompt(turn.prompt()));
    return interview(parts);
  }

  Reply ambiguous(Turn.Ambiguous turn) {
    String between =
        turn.between().stream()
            .map(option -> "\"" + option.label() + "\"")
            .collect(Collectors.joining(wording.say("interview.or")));
    return interview(
        List.of(
            new Part.Prose(wording.say("interview.ambiguous", between)), prompt(turn.prompt())));
  }

  Reply unclear(Turn.Unclear turn) {
    String key = turn.again() ? "interview.unclear-again" : "interview.unclear";
    return interview(List.of(new Part.Prose(wording.say(key)), prompt(turn.prompt())));
  }

  Reply explained(Turn.Explained turn) {
    List<Part> parts = new ArrayList<>();
    Question question = turn.prompt().question();
    parts.add(new Part.Prose(question.why()));
    parts.add(new Part.Prose(wording.say("interview.effects")));
    parts.add(new Part.Bullets(turn.effects().stream().map(this::effect).toList()));
    parts.add(
        new Part.Notice(
            wording.say("interview.rests-on", expertise.guide().title(question.section()))));
    parts.add(prompt(turn.prompt()));
    return interview(parts);
  }

  private String effect(NextQuestion.Effect effect) {
    String result =
        effect
            .direction()
            .map(expertise.names()::of)
            .orElseGet(() -> wording.say("advice.close-short"));
    return wording.say("interview.effect", effect.option().label(), result);
  }

  Reply reviewed(Turn.Reviewed turn) {
    return given("interview.review", turn.given(), turn.prompt());
  }

  Reply whichChange(Turn.WhichChange turn) {
    return given("interview.which-change", turn.given(), turn.prompt());
  }

  private Reply given(String key, List<Turn.Given> given, Optional<Turn.Prompt> prompt) {
    List<Part> parts = new ArrayList<>();
    if (given.isEmpty()) {
      parts.add(new Part.Prose(wording.say("interview.nothing-given")));
    } else {
      parts.add(new Part.Prose(wording.say(key)));
      parts.add(new Part.Prose(String.join("\n", numbered(given))));
      parts.addAll(changeButtons(given));
    }
    if (prompt.isPresent()) {
      parts.add(prompt(prompt.get()));
    } else if (!given.isEmpty()) {
      parts.add(new Part.Buttons(List.of(button("button.advice", Act.Move.FINISH))));
    }
    return interview(parts);
  }

  /** Numbered, so that "change answer 2" can be said. */
  private List<String> numbered(List<Turn.Given> given) {
    return IntStream.range(0, given.size())
        .mapToObj(place ->
            wording.say(
                "interview.numbered",
                place + 1,
                wording.say(
                    "interview.given",
                    capital(given.get(place).question().name()),
                    given.get(place).option().label())))
        .toList();
  }

  private List<Part> changeButtons(List<Turn.Given> given) {
    List<Part> rows = new ArrayList<>();
    for (int from = 0; from < given.size(); from += BUTTONS_A_ROW) {
      rows.add(
          new Part.Buttons(
              given.subList(from, Math.min(given.size(), from + BUTTONS_A_ROW)).stream()
                  .map(g ->
                      new Button(
                          wording.say("button.change", g.question().name()),
                          new Act.Change(g.question().id())))
                  .toList()));
    }
    return rows;
  }

  Reply paused() {
    return interview(
        List.of(
            new Part.Prose(wording.say("interview.paused")),
            new Part.Buttons(List.of(button("button.resume", Act.Move.RESUME)))));
  }

  Reply stopped() {
    return interview(
        List.of(
            new Part.Prose(wording.say("interview.stopped")),
            new Part.Buttons(List.of(button("button.interview", Act.Move.START_INTERVIEW)))));
  }

  /** Why a button of an earlier question does nothing. */
  String whyOutdated(Position position) {
    return switch (position) {
      case NONE -> wording.say("interview.old-gone");
      case ENDED, SETTLED, COMPLETE -> wording.say("interview.old-finished");
      case PAUSED -> wording.say("interview.old-paused");
      case ASKING, REVISITING -> wording.say("interview.old-question");
    };
  }

  /** The same, with what can be pressed instead. */
  Reply outdated(Position position) {
    List<Button> instead =
        switch (position) {
          case NONE -> List.of(button("button.interview", Act.Move.START_INTERVIEW));
          case ENDED, SETTLED, COMPLETE ->
              List.of(
                  button("button.advice", Act.Move.FINISH),
                  button("button.restart", Act.Move.RESTART));
          case PAUSED, ASKING, REVISITING -> List.of(button("button.resume", Act.Move.RESUME));
        };
    return interview(List.of(new Part.Prose(whyOutdated(position)), new Part.Buttons(instead)));
  }

  Reply outOfPlace(Position position) {
    return switch (position) {
      case NONE, ENDED ->
          interview(
              List.of(
                  new Part.Prose(wording.say("talk.nothing-to-do")),
                  new Part.Buttons(List.of(button("button.interview", Act.Move.START_INTERVIEW)))));
      case PAUSED -> paused();
      case ASKING, REVISITING ->
          interview(List.of(new Part.Prose(wording.say("interview.old-button"))));
      case SETTLED, COMPLETE ->
          interview(
              List.of(
                  new Part.Prose(wording.say("interview.advised-already")),
                  new Part.Buttons(
                      List.of(
                          button("button.review", Act.Move.REVIEW),
                          button("button.restart", Act.Move.RESTART)))));
    };
  }

  /** Interviews are private; says where, when one is asked for in a channel. */
  Reply inPrivate() {
    return interview(
        List.of(
            new Part.Prose(wording.say("interview.in-private")),
            new Part.Buttons(List.of(button("button.interview", Act.Move.START_INTERVIEW)))));
  }

  /** What to say before a question or the advice; what was understood stands together. */
  List<Part> notes(List<Turn.Note> notes) {
    List<Choice> changed =
        notes.stream()
            .filter(Turn.Note.Changed.class::isInstance)
            .map(note -> ((Turn.Note.Changed) note).to())
            .toList();
    List<String> understood =
        notes.stream()
            .filter(Turn.Note.Understood.class::isInstance)
            .map(note -> ((Turn.Note.Understood) note).item())
            .filter(item -> !changed.contains(item.choice()))
            .map(this::understood)
            .toList();
    List<Part> parts = new ArrayList<>();
    if (understood.size() > 1) {
      parts.add(new Part.Prose(wording.say("interview.understood-all")));
      parts.add(new Part.Bullets(understood));
    } else {
      understood.forEach(one -> parts.add(new Part.Notice(wording.say("interview.noted", one))));
    }
    notes.stream()
        .filter(note -> !(note instanceof Turn.Note.Understood))
        .forEach(note -> parts.add(new Part.Notice(note(note))));
    return parts;
  }

  private String note(Turn.Note note) {
    return switch (note) {
      case Turn.Note.Understood understood -> understood(understood.item());
      case Turn.Note.Unused unused ->
          wording.say("interview.unused", String.join(", ", unused.words()));
      case Turn.Note.Changed changed ->
          wording.say(
              "interview.changed",
              question(changed.to().question()),
              label(changed.from()),
              label(changed.to()));
      case Turn.Note.WentBack back ->
          wording.say(
              "interview.went-back",
              back.undone().stream().map(this::written).collect(Collectors.joining("; ")));
      case Turn.Note.NothingToTakeBack none -> wording.say("interview.nothing-to-take-back");
      case Turn.Note.Skipped skipped ->
          wording.say("interview.skipped", question(skipped.question()));
      case Turn.Note.Voided voided ->
          wording.say(
              "interview.voided",
              voided.answers().stream()
                  .map(answer -> written(answer.choice()))
                  .collect(Collectors.joining("; ")));
      case Turn.Note.NumberNotTaken number -> wording.say("interview.number-not-taken");
      case Turn.Note.StartedOver over -> wording.say("interview.started-over");
      case Turn.Note.TakenUp up -> wording.say("interview.taken-up");
      case Turn.Note.AlreadyUnderWay under -> wording.say("interview.under-way");
    };
  }

  /** An answer as it was understood, with the words that gave it unless they are its own. */
  private String understood(ProfileReader.Item item) {
    String said = String.join(" ", item.words());
    String answer = written(item.choice());
    if (item.assumed()) {
      return wording.say("interview.assumed", answer, said);
    }
    boolean plain = said.matches("\\W*\\d+\\W*") || said.equalsIgnoreCase(label(item.choice()));
    return plain ? answer : wording.say("interview.understood", answer, said);
  }

  /** The question as a part, with all moves that make sense beside it. */
  Part.Prompt prompt(Turn.Prompt prompt) {
    List<Button> controls = new ArrayList<>();
    if (prompt.asked() > 1) {
      controls.add(button("button.back", Act.Move.BACK));
    }
    controls.add(button("button.why", Act.Move.WHY));
    if (prompt.asked() > 1) {
      controls.add(button("button.review", Act.Move.REVIEW));
    }
    if (prompt.asked() > ENOUGH_TO_ADVISE) {
      controls.add(button("button.finish", Act.Move.FINISH));
    }
    controls.add(button("button.pause", Act.Move.PAUSE));
    controls.add(button("button.stop", Act.Move.STOP));
    return new Part.Prompt(
        prompt.question().id().value(),
        prompt
            .current()
            .map(now -> wording.say("interview.current", prompt.question().text(), now.label()))
            .orElse(prompt.question().text()),
        prompt.question().choices().stream()
            .map(option -> new Reply.Part.Option(option.id().value(), option.label()))
            .toList(),
        prompt.asked(),
        prompt.atMost(),
        controls);
  }

  /** As at the beginning of a line. */
  static String capital(String text) {
    int second = text.offsetByCodePoints(0, text.isEmpty() ? 0 : 1);
    return text.substring(0, second).toUpperCase(Locale.ROOT) + text.substring(second);
  }

  String question(QuestionId id) {
    return framework.question(id).map(Question::name).orElseGet(() -> words(id.value()));
  }

  String label(Choice choice) {
    return framework
        .option(choice)
        .map(ChoiceOption::label)
        .orElseGet(() -> words(choice.choice().value()));
  }

  private static String words(String id) {
    return id.replace('-', ' ');
  }

  /** An answer with its question's name; as it was given, where this framework knows neither. */
  String written(Choice choice) {
    return wording.say("interview.given", question(choice.question()), label(choice));
  }

  private Button button(String key, Act.Move move) {
    return new Button(wording.say(key), new Act.Do(move));
  }

  private static Reply interview(List<Part> parts) {
    return new Reply(Kind.INTERVIEW, Audience.CONVERSATION, parts, 1, List.of(), Optional.empty());
  }
}
