package dev.certadvisor.catalogue;

import java.util.List;

/** The value of a fact. */
public sealed interface Value {

  /**
   * A count in the attribute's own unit: US dollars before tax for {@link Attribute#PRICE}, minutes
   * for {@link Attribute#MINUTES}.
   *
   * @param number above 0
   */
  record Amount(int number) implements Value {}

  /**
   * A value in words.
   *
   * @param words never blank
   */
  record Text(String words) implements Value {}

  /**
   * A list of names, for example languages.
   *
   * @param names in the pack's order
   */
  record Names(List<String> names) implements Value {

    /** Copies the list. */
    public Names {
      names = List.copyOf(names);
    }
  }

  /**
   * The parts of an exam's outline.
   *
   * @param domains in the outline's order
   */
  record Domains(List<Domain> domains) implements Value {

    /** Copies the list. */
    public Domains {
      domains = List.copyOf(domains);
    }
  }

  /**
   * One part of an exam's outline.
   *
   * @param name the outline's name for it
   * @param least percent of the exam, lower bound
   * @param most percent of the exam, upper bound; equal to {@code least} where one figure is given
   */
  record Domain(String name, int least, int most) {}
}
