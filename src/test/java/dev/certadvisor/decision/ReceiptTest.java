package dev.certadvisor.decision;

import static dev.certadvisor.decision.Frameworks.SITTINGS;
import static dev.certadvisor.decision.Frameworks.TODAY;
import static dev.certadvisor.decision.Frameworks.choice;
import static dev.certadvisor.decision.Frameworks.profile;
import static org.assertj.core.api.Assertions.assertThat;

import dev.certadvisor.catalogue.CredentialId;
import dev.certadvisor.decision.Receipt.Difference;
import dev.certadvisor.decision.Receipt.Found;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReceiptTest {

  private final Framework framework = Frameworks.shipped();
  private final Recommender recommender = new Recommender(framework, SITTINGS);
  private final Profile profile = profile("daily-work/apps", "work-cloud/azure", "time/not-sure");
  private final Receipt receipt =
      Receipt.of("cert-advisor", framework, profile, recommender.advise(profile, TODAY), TODAY);

  @Test
  void isReadBackFromTheTextAroundIt() {
    Optional<Found> found = Receipt.in("here is mine: `" + receipt.code() + "`, still right?");

    assertThat(found).contains(new Found.Whole(receipt));
  }

  @Test
  void isOneWordThatSaysWhatWasAdvised() {
    assertThat(receipt.code())
        .startsWith("CA1/2026-11-23/cert-advisor/1/azure-ai:982:AI-103/daily-work=apps:")
        .doesNotContainAnyWhitespaces();
  }

  @Test
  void noticesThatItWasAltered() {
    String altered = receipt.code().replace("=apps:", "=data-science:");
    String cut = receipt.code().substring(0, receipt.code().length() - 3);

    assertThat(Receipt.in(altered)).contains(new Found.Damaged());
    assertThat(Receipt.in(cut)).contains(new Found.Damaged());
    assertThat(Receipt.in("CA1/")).contains(new Found.Damaged());
    assertThat(Receipt.in("no receipt here")).isEmpty();
  }

  @Test
  void givesTheSameAdviceAgain() {
    Receipt.Comparison comparison = receipt.compare(framework, recommender, TODAY);

    assertThat(comparison.now()).isEqualTo(recommender.advise(profile, TODAY));
    assertThat(comparison.differences()).isEmpty();
  }

  @Test
  void tellsThatAnotherCredentialHasToBeSat() {
    Sittings later =
        (credential, day) ->
            credential.code().equals("AI-103") ? Optional.empty() : SITTINGS.on(credential, day);

    Receipt.Comparison comparison =
        receipt.compare(framework, new Recommender(framework, later), TODAY.plusYears(3));

    assertThat(comparison.differences())
        .containsExactly(
            new Difference.OtherCredential(
                Optional.of(new CredentialId("AI-103")), Optional.empty()));
  }

  @Test
  void tellsWhichAnswersNoLongerHold() {
    Framework changed = Frameworks.weighing("2", "daily-work", 100, 100, -100, -100, 0);

    Receipt.Comparison comparison =
        receipt.compare(changed, new Recommender(changed, SITTINGS), TODAY);

    assertThat(comparison.differences())
        .containsExactly(
            new Difference.OtherVersion("1", "2"),
            new Difference.VoidAnswer(choice("daily-work/apps")),
            new Difference.OtherShare(982, 881));
    assertThat(comparison.holding()).isEqualTo(profile("work-cloud/azure", "time/not-sure"));
  }

  @Test
  void keepsAnAdviceThatWasTooCloseToCall() {
    Profile tie = profile("daily-work/apps", "work-cloud/aws");
    Receipt close = Receipt.of("my pack/2", framework, tie, recommender.advise(tie, TODAY), TODAY);

    assertThat(close.direction()).isEmpty();
    assertThat(Receipt.in(close.code()))
        .hasValueSatisfying(found ->
            assertThat(found)
                .isInstanceOfSatisfying(
                    Found.Whole.class,
                    whole -> assertThat(whole.receipt().answers()).isEqualTo(close.answers())));
  }
}
