package dev.certadvisor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.certadvisor.LivePack.Edition;
import dev.certadvisor.LivePack.Outcome;
import dev.certadvisor.testing.PackCopy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Look by look: what the folder's changes lead to. */
class LivePackTest {

  private static final String GUIDE = "guide/10-cost.md";
  private static final Instant FIRST = Instant.parse("2026-11-26T03:00:00Z");

  @TempDir private Path folder;
  private final AtomicInteger made = new AtomicInteger();
  private Instant now = FIRST;

  @BeforeEach
  void copyTheShippedPack() throws IOException {
    PackCopy.in(folder);
  }

  @Test
  void aChangeIsTakenOnceNobodyWritesAnyMore() throws IOException {
    LivePack pack = open();
    Edition first = pack.current();
    change("comes on top", "comes atop");

    assertThat(pack.look()).as("seen").isInstanceOf(Outcome.Nothing.class);
    change("comes atop", "comes besides");
    assertThat(pack.look()).as("still written").isInstanceOf(Outcome.Nothing.class);
    now = FIRST.plusSeconds(60);

    assertThat(pack.look()).isEqualTo(new Outcome.Renewed(pack.current()));
    assertThat(pack.current().name()).isNotEqualTo(first.name());
    assertThat(pack.current().since()).isEqualTo(now);
    assertThat(pack.look()).isInstanceOf(Outcome.Nothing.class);
    assertThat(made).hasValue(2);
  }

  @Test
  void aPackWithAMistakeIsRefusedOnceAndStaysRefusedUntilItIsMended() throws IOException {
    LivePack pack = open();
    Edition first = pack.current();
    change("topics: [fees", "topics: [fee");

    assertThat(twice(pack)).isInstanceOf(Outcome.Refused.class);
    assertThat(pack.current()).isSameAs(first);
    assertThat(pack.refusal().orElseThrow().mistakes())
        .singleElement()
        .asString()
        .matches("guide/10-cost.md:\\d+: .*fee.*");
    assertThat(twice(pack)).as("said once").isInstanceOf(Outcome.Nothing.class);

    change("topics: [fee,", "topics: [fees,");
    assertThat(twice(pack)).isInstanceOf(Outcome.TakenBack.class);
    assertThat(pack.refusal()).isEmpty();
    assertThat(pack.current()).isSameAs(first);
    assertThat(made).hasValue(1);
  }

  @Test
  void whatIsWrittenAgainAsItWasChangesNothing() throws IOException {
    LivePack pack = open();
    Files.setLastModifiedTime(
        folder.resolve(GUIDE), FileTime.from(Instant.parse("2030-01-01T00:00:00Z")));

    assertThat(twice(pack)).isInstanceOf(Outcome.Nothing.class);
    assertThat(made).hasValue(1);
  }

  @Test
  void aFolderThatIsGoneIsAMistakeLikeAnyOther() throws IOException {
    LivePack pack = open();
    Path away = folder.resolveSibling(folder.getFileName() + "-away");
    Files.move(folder, away);

    assertThat(twice(pack)).isInstanceOf(Outcome.Refused.class);
    Files.move(away, folder);
    assertThat(twice(pack)).isInstanceOf(Outcome.TakenBack.class);
  }

  @Test
  void aStartWithAMistakeEndsWithIt() throws IOException {
    change("topics: [fees", "topics: [fee");

    assertThatThrownBy(this::open)
        .isInstanceOfSatisfying(
            UnusableException.class,
            unusable ->
                assertThat(unusable.lines())
                    .hasSize(2)
                    .last()
                    .asString()
                    .contains("has 1 mistake and is not used"));
  }

  private LivePack open() {
    return new LivePack(
        folder,
        pack -> {
          made.incrementAndGet();
          return new EchoingAdvisor();
        },
        () -> now);
  }

  private static Outcome twice(LivePack pack) {
    Outcome first = pack.look();
    return first instanceof Outcome.Nothing ? pack.look() : first;
  }

  private void change(String old, String other) throws IOException {
    new PackCopy(folder).change(GUIDE, old, other);
  }
}
