package dev.certadvisor.conversation;

import dev.certadvisor.conversation.Reply.Audience;
import dev.certadvisor.conversation.Reply.Kind;
import dev.certadvisor.conversation.Reply.Part;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Takes what admins settle for their workspace; that they are admins the edge has made sure of. */
final class HouseResponder {

  private final FormComposer forms;
  private final HouseRules rules;
  private final Wording wording;

  HouseResponder(FormComposer forms, HouseRules rules, Wording wording) {
    this.forms = forms;
    this.rules = rules;
    this.wording = wording;
  }

  Transition setChannel(Conversation before) {
    return new Transition(before, forms.channelRule());
  }

  Transition setPeople(Conversation before, PersonId admin) {
    return new Transition(before, forms.people(rules.peopleToAsk(admin.workspace())));
  }

  /** Where the advisor speaks. */
  Transition channelRule(Conversation before, Act.Submit submit) {
    Optional<String> channel = value(submit, FormComposer.CHANNEL);
    Optional<ChannelRule.Speaking> speaking =
        Arrays.stream(ChannelRule.Speaking.values())
            .filter(rule ->
                value(submit, FormComposer.SPEAKING).filter(rule.name()::equals).isPresent())
            .findFirst();
    if (channel.isEmpty() || speaking.isEmpty()) {
      return new Transition(before, say("talk.rule-nothing"));
    }
    boolean outsiders = value(submit, FormComposer.OUTSIDERS).filter("yes"::equals).isPresent();
    return new Transition(
        before,
        say("talk.rule-set"),
        List.of(new Effect.Ruled(channel.get(), new ChannelRule(speaking.get(), outsiders))));
  }

  /** Where people answer. That the app may speak there was tried before this came. */
  Transition people(Conversation before, Act.Submit submit) {
    Optional<String> channel = value(submit, FormComposer.CHANNEL);
    return new Transition(
        before,
        say(channel.isPresent() ? "talk.people-set" : "talk.people-unset"),
        List.of(new Effect.PeopleChosen(channel)));
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
}
