package dev.certadvisor.conversation;

import dev.certadvisor.conversation.Reply.Audience;
import dev.certadvisor.conversation.Reply.Button;
import dev.certadvisor.conversation.Reply.Kind;
import dev.certadvisor.conversation.Reply.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Takes what was said in private to other people, and only on the person's word: shows an answer or
 * an advice in a channel, brings a question before people, notes whether an answer helped. An
 * answer is worked out again when it is shown, since the same question gets the same answer.
 */
final class OutreachResponder {

  private final FormComposer forms;
  private final HouseRules rules;
  private final HouseResponder house;
  private final Function<String, Reply> answerTo;
  private final Function<Conversation, Optional<Reply>> adviceOf;
  private final Wording wording;

  /**
   * @param forms what is filled in before anything leaves
   * @param rules where people can be asked
   * @param answerTo the answer to a question, as to somebody new
   * @param adviceOf the last advice of a conversation without the answers that it rests on
   * @param wording the program's own sentences
   */
  OutreachResponder(
      FormComposer forms,
      HouseRules rules,
      Function<String, Reply> answerTo,
      Function<Conversation, Optional<Reply>> adviceOf,
      Wording wording) {
    this.forms = forms;
    this.rules = rules;
    this.house = new HouseResponder(forms, rules, wording);
    this.answerTo = answerTo;
    this.adviceOf = adviceOf;
    this.wording = wording;
  }

  /** Adds to an answer what can be done with it. */
  Reply withOffers(Reply reply, Incoming incoming, Optional<String> question) {
    if (reply.prompt().isPresent()) {
      return reply;
    }
    List<Button> offers = new ArrayList<>();
    boolean isPrivate = incoming.conversation() instanceof ConversationId.Private;
    boolean asked =
        switch (reply.kind()) {
          case ANSWER, COMPARISON, STATUS, UNKNOWN -> true;
          case RECOMMENDATION, INTERVIEW, HELP, SMALLTALK -> false;
        };
    if (asked && question.isPresent()) {
      String words = question.get();
      if (isPrivate && reply.kind() != Kind.UNKNOWN) {
        offers.add(new Button(wording.say("button.share"), new Act.ShareAnswer(words)));
      }
      if (rules.peopleToAsk(incoming.person().workspace()).isPresent()) {
        offers.add(new Button(wording.say("button.ask-person"), new Act.AskPerson(words)));
      }
    }
    return offers.isEmpty() ? reply : reply.withParts(with(reply.parts(), offers));
  }

  /** In the last row of buttons, if the reply ends with one; the verdict has a row of its own. */
  private static List<Part> with(List<Part> parts, List<Button> offers) {
    List<Part> longer = new ArrayList<>(parts);
    List<Button> last = List.of();
    if (!parts.isEmpty() && parts.getLast() instanceof Part.Buttons row) {
      last = row.buttons();
      longer.removeLast();
    }
    List<Button> ways = new ArrayList<>(last);
    List<Button> verdict =
        last.stream().filter(button -> button.act() instanceof Act.Rate).toList();
    ways.removeAll(verdict);
    ways.addAll(offers);
    longer.add(new Part.Buttons(ways));
    if (!verdict.isEmpty()) {
      longer.add(new Part.Buttons(verdict));
    }
    return longer;
  }

  Transition shareAnswer(Conversation before, String question) {
    return new Transition(before, forms.share(Act.Sheet.SHARE_ANSWER, question, answer(question)));
  }

  Transition shareAdvice(Conversation before) {
    return new Transition(
        before,
        adviceOf
            .apply(before)
            .map(advice -> forms.share(Act.Sheet.SHARE_ADVICE, "", contents(advice)))
            .orElseGet(() -> say("talk.share")));
  }

  /** The answer to what was last asked. */
  Transition shareAnswer(Conversation before) {
    return before
        .focus()
        .map(Conversation.Focus::question)
        .filter(question -> !question.isBlank())
        .map(question -> shareAnswer(before, question))
        .orElseGet(() -> new Transition(before, say("talk.share")));
  }

  Transition askPerson(Conversation before, PersonId person, String question) {
    return new Transition(
        before,
        rules.peopleToAsk(person.workspace()).isPresent()
            ? forms.askPerson(question)
            : say("talk.human"));
  }

  /** Whoever types that they want a person; what they last asked is what it is about. */
  Transition askPerson(Conversation before, PersonId person) {
    Optional<String> question =
        before.focus().map(Conversation.Focus::question).filter(words -> !words.isBlank());
    if (question.isEmpty() || rules.peopleToAsk(person.workspace()).isEmpty()) {
      return new Transition(before, say("talk.human"));
    }
    return new Transition(
        before,
        say("talk.ask-person")
            .withParts(
                List.of(
                    new Part.Prose(wording.say("talk.ask-person")),
                    new Part.Buttons(
                        List.of(
                            new Button(
                                wording.say("button.ask-person"),
                                new Act.AskPerson(question.get())))))));
  }

  Transition rate(Conversation before, Act.Rate rate) {
    Effect rated =
        new Effect.Rated(rate.helpful(), rate.about(), Optional.empty(), Optional.empty());
    String key = rate.helpful() ? "talk.rated-helpful" : "talk.rated-not-helpful";
    return new Transition(
        before,
        rate.helpful() ? say(key) : forms.feedback(rate.about()),
        List.of(rated, new Effect.Retire(Effect.Which.RATINGS, wording.say(key), rate.helpful())));
  }

  /** A form was handed in. */
  Transition submitted(Conversation before, PersonId person, Act.Submit submit) {
    return switch (submit.sheet()) {
      case FEEDBACK -> feedback(before, submit);
      case SHARE_ANSWER -> shared(before, person, submit, answer(submit.about()));
      case SHARE_ADVICE ->
          adviceOf
              .apply(before)
              .map(advice -> shared(before, person, submit, contents(advice)))
              .orElseGet(() -> new Transition(before, say("talk.share")));
      case ASK_A_PERSON -> asked(before, person, submit);
      case CHANNEL_RULE -> house.channelRule(before, submit);
      case PEOPLE -> house.people(before, submit);
    };
  }

  Transition setChannel(Conversation before) {
    return house.setChannel(before);
  }

  Transition setPeople(Conversation before, PersonId admin) {
    return house.setPeople(before, admin);
  }

  private Transition feedback(Conversation before, Act.Submit submit) {
    Optional<String> reason =
        value(submit, FormComposer.REASON).filter(FormComposer.REASONS::contains);
    return new Transition(
        before,
        say("talk.feedback-noted"),
        List.of(
            new Effect.Rated(false, submit.about(), reason, value(submit, FormComposer.WORDS))));
  }

  private Transition shared(
      Conversation before, PersonId person, Act.Submit submit, List<Part> contents) {
    Optional<String> channel = value(submit, FormComposer.CHANNEL);
    if (channel.isEmpty()) {
      return new Transition(before, say("talk.share-where"));
    }
    List<Part> parts = new ArrayList<>();
    parts.add(new Part.Byline(wording.say("share.by"), person));
    parts.addAll(contents);
    parts.add(
        new Part.Buttons(
            List.of(
                new Button(
                    wording.say("button.interview"), new Act.Do(Act.Move.START_INTERVIEW)))));
    return new Transition(
        before,
        say("talk.shared"),
        List.of(new Effect.Post(channel.get(), reply(Kind.ANSWER, parts))));
  }

  private Transition asked(Conversation before, PersonId person, Act.Submit submit) {
    Optional<String> people = rules.peopleToAsk(person.workspace());
    if (people.isEmpty()) {
      return new Transition(before, say("talk.human"));
    }
    List<Part> parts = new ArrayList<>();
    parts.add(new Part.Heading(wording.say("ask.heading")));
    parts.add(new Part.Byline(wording.say("ask.by"), person));
    parts.add(new Part.Prose("\"" + submit.about() + "\""));
    value(submit, FormComposer.WORDS)
        .ifPresent(words -> parts.add(new Part.Prose(wording.say("ask.words", words))));
    parts.add(new Part.Notice(wording.say("ask.found")));
    parts.addAll(contents(answerTo.apply(submit.about())));
    return new Transition(
        before,
        say("talk.asked-person"),
        List.of(new Effect.Post(people.get(), reply(Kind.HELP, parts))));
  }

  /** The question and its answer, as others read it. */
  private List<Part> answer(String question) {
    List<Part> parts = new ArrayList<>();
    parts.add(new Part.Prose("\"" + question + "\""));
    parts.addAll(contents(answerTo.apply(question)));
    return parts;
  }

  /** What a reply says, without anything to press. */
  private static List<Part> contents(Reply reply) {
    return reply.parts().stream().filter(part -> !(part instanceof Part.Buttons)).toList();
  }

  private static Optional<String> value(Act.Submit submit, String field) {
    return Optional.ofNullable(submit.values().get(field)).filter(text -> !text.isBlank());
  }

  private Reply say(String key) {
    return new Reply(
        Kind.SMALLTALK,
        Audience.ASKER,
        List.of(new Part.Prose(wording.say(key))),
        1,
        List.of(),
        Optional.empty());
  }

  private static Reply reply(Kind kind, List<Part> parts) {
    return new Reply(kind, Audience.CONVERSATION, parts, 1, List.of(), Optional.empty());
  }
}
