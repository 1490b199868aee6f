package dev.certadvisor.conversation;

import dev.certadvisor.conversation.Reply.Audience;
import dev.certadvisor.conversation.Reply.Button;
import dev.certadvisor.conversation.Reply.Kind;
import dev.certadvisor.conversation.Reply.Part;
import dev.certadvisor.interview.Interviewer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Makes the home page: what the advisor can do, where the person stands, the exams at a glance, the
 * person's data.
 */
final class HomeComposer {

  private final Introduction introduction;
  private final Interviewer interviewer;
  private final CatalogueWording catalogueWording;
  private final Wording wording;

  HomeComposer(
      Introduction introduction,
      Interviewer interviewer,
      CatalogueWording catalogueWording,
      Wording wording) {
    this.introduction = introduction;
    this.interviewer = interviewer;
    this.catalogueWording = catalogueWording;
    this.wording = wording;
  }

  Reply page(Conversation conversation, LocalDate today) {
    List<Part> parts = new ArrayList<>();
    parts.add(new Part.Heading(wording.say("home.title")));
    parts.add(new Part.Prose(introduction.about()));
    parts.add(new Part.Bullets(introduction.abilities(wording)));
    parts.add(new Part.Buttons(List.of(button("button.help", Act.Move.HELP))));
    parts.add(new Part.Heading(wording.say("home.you")));
    parts.addAll(standing(conversation));
    parts.add(new Part.Heading(wording.say("home.exams", today.toString())));
    parts.addAll(catalogueWording.atAGlance(today));
    parts.add(new Part.Heading(wording.say("home.data")));
    parts.add(new Part.Prose(wording.say("home.data-text")));
    parts.add(
        new Part.Buttons(
            List.of(
                button("button.export", Act.Move.EXPORT),
                button("button.forget-me", Act.Move.FORGET_ME))));
    parts.add(new Part.Heading(wording.say("home.admins")));
    parts.add(new Part.Prose(wording.say("home.admins-text")));
    parts.add(
        new Part.Buttons(
            List.of(
                new Button(wording.say("button.set-channel"), new Act.SetChannel()),
                new Button(wording.say("button.set-people"), new Act.SetPeople()))));
    return new Reply(Kind.HELP, Audience.ASKER, parts, 1, List.of(), Optional.empty());
  }

  private List<Part> standing(Conversation conversation) {
    boolean answered = conversation.interview().filter(s -> !s.choices().isEmpty()).isPresent();
    return switch (interviewer.position(conversation.interview())) {
      case NONE -> standing("home.no-interview", start());
      case ENDED ->
          answered ? standing("home.advised", advised()) : standing("home.no-interview", start());
      case ASKING, REVISITING, PAUSED ->
          standing(
              "home.interview-open",
              List.of(
                  button("button.resume", Act.Move.RESUME),
                  button("button.restart", Act.Move.RESTART)));
      case SETTLED, COMPLETE -> standing("home.advised", advised());
    };
  }

  private List<Button> start() {
    return List.of(button("button.interview", Act.Move.START_INTERVIEW));
  }

  private List<Button> advised() {
    return List.of(
        button("button.advice", Act.Move.FINISH),
        button("button.review", Act.Move.REVIEW),
        button("button.restart", Act.Move.RESTART));
  }

  private List<Part> standing(String key, List<Button> buttons) {
    return List.of(new Part.Prose(wording.say(key)), new Part.Buttons(buttons));
  }

  private Button button(String key, Act.Move move) {
    return new Button(wording.say(key), new Act.Do(move));
  }
}
