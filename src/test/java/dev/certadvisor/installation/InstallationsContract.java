package dev.certadvisor.installation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every store of installations has to keep. Each test has a workspace of its own. */
public abstract class InstallationsContract {

  private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
  private static final Instant LATER = NOW.plusSeconds(30);

  private final String workspace = "T" + UUID.randomUUID().toString().substring(0, 12);

  /** The store under test. */
  protected abstract Installations installations();

  @Test
  void anInstallationComesBackAsItWas() {
    BotToken lasting = new BotToken("xoxb-1", Optional.empty(), Optional.empty());

    installations().save(installation(rotating("xoxe-1")));
    assertThat(installations().find(workspace)).contains(installation(rotating("xoxe-1")));
    installations().save(installation(lasting));

    assertThat(installations().find(workspace)).contains(installation(lasting));
    assertThat(installations().find(workspace + "x")).isEmpty();
  }

  @Test
  void whatIsRemovedIsGoneAndNothingElse() {
    Installation other =
        new Installation(workspace + "o", "Other", rotating("xoxe-2"), "U0BOT", NOW);
    installations().save(other);
    installations().save(installation(rotating("xoxe-1")));

    assertThat(installations().remove(workspace, NOW.plusSeconds(1))).isTrue();
    assertThat(installations().remove(workspace, NOW.plusSeconds(1))).isTrue();

    assertThat(installations().find(workspace)).isEmpty();
    assertThat(installations().find(other.workspace())).contains(other);
  }

  @Test
  void lateNewsOfAnUninstallLeavesANewInstallationAlone() {
    installations().save(installation(rotating("xoxe-1")));

    assertThat(installations().remove(workspace, NOW)).isFalse();

    assertThat(installations().find(workspace)).isPresent();
  }

  @Test
  void ofManyWhoWantToRenewATokenOneDoes() throws Exception {
    BotToken token = rotating("xoxe-1");
    installations().save(installation(token));

    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Callable<Boolean> claim = () -> installations().claimRenewal(workspace, token, NOW, LATER);
      List<Future<Boolean>> claims =
          threads.invokeAll(IntStream.range(0, 8).mapToObj(i -> claim).toList());
      int granted = 0;
      for (Future<Boolean> one : claims) {
        granted += one.get() ? 1 : 0;
      }
      assertThat(granted).isEqualTo(1);
    }
  }

  @Test
  void aClaimEndsWithTheNewTokenOrByItself() {
    BotToken first = rotating("xoxe-1");
    BotToken second = rotating("xoxe-2");
    installations().save(installation(first));

    assertThat(installations().claimRenewal(workspace, first, NOW, LATER)).isTrue();
    assertThat(installations().claimRenewal(workspace, first, LATER, LATER.plusSeconds(30)))
        .isTrue();
    installations().renewed(workspace, second);

    assertThat(installations().find(workspace)).contains(installation(second));
    assertThat(installations().claimRenewal(workspace, first, NOW, LATER)).isFalse();
    assertThat(installations().claimRenewal(workspace, second, NOW, LATER)).isTrue();
  }

  @Test
  void aTicketIsSpentOnceAndForgottenWhenItEnds() {
    String ticket = UUID.randomUUID().toString();

    assertThat(installations().spend(ticket, NOW, LATER)).isTrue();
    assertThat(installations().spend(ticket, NOW, LATER)).isFalse();
    assertThat(installations().spend(ticket, LATER.plusSeconds(1), LATER.plusSeconds(60))).isTrue();
  }

  private Installation installation(BotToken token) {
    return new Installation(workspace, "Ann’s team", token, "U0BOT", NOW);
  }

  private static BotToken rotating(String value) {
    return new BotToken(value, Optional.of("refresh of " + value), Optional.of(LATER));
  }
}
