package dev.certadvisor.conversation;

import dev.certadvisor.conversation.Reply.Audience;
import dev.certadvisor.conversation.Reply.Kind;
import dev.certadvisor.conversation.Reply.Part;
import dev.certadvisor.conversation.Reply.Part.Field;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Makes the forms that are filled in before something reaches other people. */
final class FormComposer {

  /** The field that holds a channel. */
  static final String CHANNEL = Act.Submit.CHANNEL;

  /** The field that holds why an answer did not help. */
  static final String REASON = "reason";

  /** The field that holds words of the person's own. */
  static final String WORDS = "words";

  /** Why an answer may not have helped, in the order shown. */
  static final List<String> REASONS =
      List.of("wrong-section", "incomplete", "out-of-date", "unclear", "other");

  /** The field that holds to what the advisor answers. */
  static final String SPEAKING = "speaking";

  /** The field that holds whether it answers outsiders. */
  static final String OUTSIDERS = "outsiders";

  private static final int MOST_WORDS = 500;

  private final Wording wording;

  FormComposer(Wording wording) {
    this.wording = wording;
  }

  /**
   * What is about to be shown to others, and where.
   *
   * @param sheet whether an answer or advice
   * @param about the words that gave the answer; blank for advice
   * @param shown what the others will read
   */
  Reply share(Act.Sheet sheet, String about, List<Part> shown) {
    String kind = sheet == Act.Sheet.SHARE_ADVICE ? "advice" : "answer";
    List<Part> parts = new ArrayList<>();
    parts.add(new Part.Prose(wording.say("form.share." + kind)));
    parts.addAll(shown);
    parts.add(
        form(
            sheet,
            about,
            "share",
            List.of(new Field.Channel(CHANNEL, wording.say("form.share.channel"), true))));
    return reply(parts);
  }

  /** Why an answer did not help. */
  Reply feedback(String about) {
    List<Part.Option> reasons =
        REASONS.stream()
            .map(reason -> new Part.Option(reason, wording.say("form.feedback." + reason)))
            .toList();
    return reply(
        List.of(
            new Part.Prose(wording.say("form.feedback")),
            form(
                Act.Sheet.FEEDBACK,
                about,
                "feedback",
                List.of(
                    new Field.OneOf(
                        REASON, wording.say("form.feedback.reason"), reasons, Optional.empty()),
                    new Field.Words(WORDS, wording.say("form.feedback.words"), MOST_WORDS)))));
  }

  /** Whether a question may go to people, since its words leave the private place. */
  Reply askPerson(String question) {
    return reply(
        List.of(
            new Part.Prose(wording.say("form.ask")),
            new Part.Prose("\"" + question + "\""),
            form(
                Act.Sheet.ASK_A_PERSON,
                question,
                "ask",
                List.of(new Field.Words(WORDS, wording.say("form.ask.words"), MOST_WORDS)))));
  }

  /** Where the advisor speaks; for admins. */
  Reply channelRule() {
    List<Part.Option> speaking =
        Arrays.stream(ChannelRule.Speaking.values())
            .map(rule -> option(rule.name(), "form.rule." + rule.name().toLowerCase(Locale.ROOT)))
            .toList();
    List<Part.Option> outsiders =
        List.of(option("no", "form.rule.outsiders-no"), option("yes", "form.rule.outsiders-yes"));
    return reply(
        List.of(
            new Part.Prose(wording.say("form.rule")),
            form(
                Act.Sheet.CHANNEL_RULE,
                "",
                "rule",
                List.of(
                    new Field.Channel(CHANNEL, wording.say("form.share.channel"), false),
                    new Field.OneOf(
                        SPEAKING,
                        wording.say("form.rule.speaking"),
                        speaking,
                        Optional.of(ChannelRule.USUAL.speaking().name())),
                    new Field.OneOf(
                        OUTSIDERS,
                        wording.say("form.rule.outsiders"),
                        outsiders,
                        Optional.of("no"))))));
  }

  /**
   * Where people answer; for admins.
   *
   * @param now the channel that holds today
   */
  Reply people(Optional<String> now) {
    return reply(
        List.of(
            new Part.Prose(wording.say("form.people")),
            form(
                Act.Sheet.PEOPLE,
                "",
                "people",
                List.of(new Field.OwnChannel(CHANNEL, wording.say("form.share.channel"), now)))));
  }

  private Part.Option option(String id, String key) {
    return new Part.Option(id, wording.say(key));
  }

  private Part form(Act.Sheet sheet, String about, String key, List<Field> fields) {
    return new Part.Form(
        sheet,
        about,
        wording.say("form." + key + ".title"),
        wording.say("form." + key + ".submit"),
        fields);
  }

  private static Reply reply(List<Part> parts) {
    return new Reply(Kind.HELP, Audience.ASKER, parts, 1, List.of(), Optional.empty());
  }
}
