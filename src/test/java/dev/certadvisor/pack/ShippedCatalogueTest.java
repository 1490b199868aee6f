package dev.certadvisor.pack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.certadvisor.catalogue.Catalogue;
import dev.certadvisor.conversation.CatalogueWording;
import dev.certadvisor.conversation.Wording;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ShippedCatalogueTest {

  private static final Path FILE = Path.of("seeds/catalogue.yaml");

  @Test
  void hasNoMistake() throws IOException {
    Problems problems = new Problems();

    Catalogue catalogue = CatalogueReader.read("catalogue.yaml", Files.readString(FILE), problems);

    assertThat(problems.all()).isEmpty();
    assertThat(catalogue.credentials()).hasSize(18);
    var w = new CatalogueWording(catalogue, Wording.load());
    LocalDate d = LocalDate.parse("2026-11-23");
    for (var c : catalogue.credentials()) {
      System.out.println("\n=== " + c.id());
      print(w.facts(List.of(c.id()), Set.of(), d));
    }
    System.out.println("\n######## ALL");
    for (var c : catalogue.credentials()) {
      System.out.println("\n=== " + c.id());
      print(
          w.facts(List.of(c.id()), EnumSet.allOf(dev.certadvisor.catalogue.Attribute.class), d)
              .subList(0, 1));
    }
    w.atAGlance(d).items().forEach(System.out::println);
    System.out.println(w.renames("cognitive search and LUIS and SageMaker AI, bot framework"));
    System.out.println(catalogue.coverage(d));
  }

  private static void print(List<dev.certadvisor.conversation.Reply.Part> parts) {
    for (var p : parts) {
      if (p instanceof dev.certadvisor.conversation.Reply.Part.Status s) {
        System.out.println(
            "* " + s.title() + " | " + s.state() + " [" + s.source() + "]" + s.address());
        s.facts()
            .forEach(f ->
                System.out.println(
                    "    " + f.label() + ": " + f.value() + "  [" + f.source() + "]"));
      } else {
        System.out.println(p);
      }
    }
  }
}
