package dev.certadvisor.decision;

import dev.certadvisor.catalogue.CredentialId;
import dev.certadvisor.decision.Receipt.Found;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The text form of receipts: fields parted by slashes, a check sum at the end.
 *
 * <pre>CA1/2026-11-23/cert-advisor/1/azure-ai:912:AI-103/daily-work=apps:7f2a/…/3c9d</pre>
 */
final class ReceiptCode {

  /** The form's name and version; another form gets another number. */
  private static final String FORM = "CA1";

  private static final String NONE = "-";

  private static final Pattern IN_TEXT = Pattern.compile("\\bCA1/[A-Za-z0-9.:=/_-]*");
  private static final Pattern CODE =
      Pattern.compile(
          "(?<fields>CA1/(?<day>[0-9-]+)/(?<pack>[^/]+)/(?<version>[^/]+)"
              + "/(?<direction>[^/:]+):(?<share>\\d{1,4}):(?<credential>[^/:]+)"
              + "(?<answers>(?:/[^/=:]+=[^/=:]+:[0-9a-f]{4}){0,99}))/(?<check>[0-9a-f]{4})");
  private static final Pattern ANSWER =
      Pattern.compile("/(?<question>[^/=:]+)=(?<choice>[^/=:]+):(?<mark>[0-9a-f]{4})");
  private static final Pattern UNFIT = Pattern.compile("[^A-Za-z0-9._-]");

  private ReceiptCode() {}

  static String write(Receipt receipt) {
    String answers =
        receipt.answers().stream()
            .map(answer ->
                "/"
                    + answer.choice().question()
                    + "="
                    + answer.choice().choice()
                    + ":"
                    + answer.mark())
            .collect(Collectors.joining());
    String fields =
        String.join(
                "/",
                FORM,
                receipt.day().toString(),
                fit(receipt.pack()),
                fit(receipt.version()),
                receipt.direction().map(DirectionId::value).orElse(NONE)
                    + ":"
                    + receipt.share()
                    + ":"
                    + receipt.sitToday().map(CredentialId::code).orElse(NONE))
            + answers;
    return fields + "/" + Mark.of(fields);
  }

  private static String fit(String text) {
    return text.isEmpty() ? NONE : UNFIT.matcher(text).replaceAll("_");
  }

  static Optional<Found> find(String text) {
    Matcher code = IN_TEXT.matcher(text);
    return code.find() ? Optional.of(read(code.group())) : Optional.empty();
  }

  private static Found read(String text) {
    Matcher code = CODE.matcher(text);
    if (!code.lookingAt() || !Mark.of(code.group("fields")).equals(code.group("check"))) {
      return new Found.Damaged();
    }
    try {
      return new Found.Whole(
          new Receipt(
              code.group("pack"),
              code.group("version"),
              LocalDate.parse(code.group("day")),
              present(code.group("direction")).map(DirectionId::new),
              Integer.parseInt(code.group("share")),
              present(code.group("credential")).map(CredentialId::new),
              answers(code.group("answers"))));
    } catch (DateTimeException e) {
      return new Found.Damaged();
    }
  }

  private static Optional<String> present(String field) {
    return field.equals(NONE) ? Optional.empty() : Optional.of(field);
  }

  private static List<Answer> answers(String fields) {
    return ANSWER
        .matcher(fields)
        .results()
        .map(found ->
            new Answer(
                new Choice(new QuestionId(found.group(1)), new ChoiceId(found.group(2))),
                found.group(3)))
        .toList();
  }
}
