package dev.certadvisor.conversation;

import dev.certadvisor.catalogue.CredentialId;
import dev.certadvisor.conversation.Reply.Part;
import dev.certadvisor.decision.DirectionId;
import dev.certadvisor.decision.Profile;
import dev.certadvisor.decision.Receipt;
import dev.certadvisor.decision.Recommendation;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes receipts on an advice and says what has become of one that is given back. */
final class ReceiptComposer {

  private final Expertise expertise;
  private final InterviewComposer interview;
  private final CatalogueWording catalogueWording;
  private final Wording wording;

  ReceiptComposer(
      Expertise expertise,
      InterviewComposer interview,
      CatalogueWording catalogueWording,
      Wording wording) {
    this.expertise = expertise;
    this.interview = interview;
    this.catalogueWording = catalogueWording;
    this.wording = wording;
  }

  /** The receipt of an advice given today. */
  Part.Notice issue(Profile profile, Recommendation advice, LocalDate today) {
    return new Part.Notice(
        wording.say(
            "advice.receipt",
            Receipt.of(expertise.id(), expertise.framework(), profile, advice, today).code(),
            today.toString()));
  }

  /** What has changed since, and why; or that nothing has. */
  List<Part> sinceThen(Receipt receipt, Receipt.Comparison comparison, LocalDate today) {
    List<Part> parts = new ArrayList<>();
    parts.add(new Part.Prose(wording.say("receipt.issued", receipt.day().toString())));
    if (!receipt.pack().equals(expertise.id())) {
      parts.add(new Part.Notice(wording.say("receipt.other-pack", receipt.pack(), expertise.id())));
    }
    if (comparison.differences().isEmpty()) {
      parts.add(new Part.Prose(wording.say("receipt.same")));
      return parts;
    }
    parts.add(new Part.Prose(wording.say("receipt.changed")));
    parts.add(
        new Part.Bullets(
            comparison.differences().stream()
                .map(difference -> difference(difference, today))
                .toList()));
    return parts;
  }

  private String difference(Receipt.Difference difference, LocalDate today) {
    return switch (difference) {
      case Receipt.Difference.OtherVersion other ->
          wording.say("receipt.other-version", other.then(), other.now());
      case Receipt.Difference.VoidAnswer answer ->
          wording.say("receipt.void-answer", interview.written(answer.choice()));
      case Receipt.Difference.OtherDirection other ->
          wording.say("receipt.other-direction", name(other.then()), name(other.now()));
      case Receipt.Difference.OtherShare other ->
          wording.say(
              "receipt.other-share",
              Math.round(other.then() / 10.0),
              Math.round(other.now() / 10.0));
      case Receipt.Difference.OtherCredential other ->
          wording.say("receipt.other-credential", glance(other.then(), today), code(other.now()));
    };
  }

  private String name(Optional<DirectionId> direction) {
    return direction.map(expertise.names()::of).orElseGet(() -> wording.say("advice.close-short"));
  }

  /** The credential of then, with what it is today: that is often why it is no longer advised. */
  private String glance(Optional<CredentialId> credential, LocalDate today) {
    return credential
        .map(id ->
            expertise.catalogue().find(id).isPresent()
                ? catalogueWording.glance(id, today)
                : id.code())
        .orElseGet(() -> wording.say("receipt.none"));
  }

  private String code(Optional<CredentialId> credential) {
    return credential.map(CredentialId::code).orElseGet(() -> wording.say("receipt.none"));
  }
}
