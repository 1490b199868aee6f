package dev.certadvisor;

import dev.certadvisor.console.PlainText;
import dev.certadvisor.evaluation.AnswersEvaluation;
import dev.certadvisor.evaluation.IntentsEvaluation;
import dev.certadvisor.evaluation.PackCases;
import dev.certadvisor.evaluation.PackEvaluation;
import dev.certadvisor.pack.EvaluationReader;
import dev.certadvisor.pack.Problems;
import dev.certadvisor.search.LinearTraining;
import dev.certadvisor.search.RankedPassageIndex;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Scores on labelled data. */
@Command(
    name = "evaluate",
    description = "Scores answers, intents or a pack on labelled data.",
    mixinStandardHelpOptions = true,
    subcommands = {
      EvaluateCommand.Answers.class,
      EvaluateCommand.Intents.class,
      EvaluateCommand.OwnPack.class
    })
final class EvaluateCommand implements Callable<Integer> {

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() {
    if (spec == null) {
      throw new IllegalStateException("picocli gives the command's description");
    }
    throw new ParameterException(
        spec.commandLine(), "evaluate what? One of: answers, intents, pack");
  }

  /** Any collection's questions. */
  @Command(
      name = "answers",
      description =
          "Answers any collection's questions with the shipped settings and scores retrieval,"
              + " quotes and answerability.",
      mixinStandardHelpOptions = true)
  static final class Answers implements Callable<Integer> {

    @Option(
        names = "--sections",
        required = true,
        paramLabel = "F",
        description = "JSON lines: docId, sectionId, title, text.")
    private @Nullable Path sections;

    @Option(
        names = "--questions",
        required = true,
        paramLabel = "F",
        description = "JSON lines: questionId, docId, text and, for scoring, the gold fields.")
    private @Nullable Path questions;

    @Option(
        names = "--scope",
        defaultValue = "document",
        description =
            "Search the sections of the question's document, or all: ${COMPLETION-CANDIDATES}.")
    private AnswersEvaluation.@Nullable Scope scope;

    @Option(
        names = "--split",
        paramLabel = "NAME",
        description = "Only questions of that split; all if left out.")
    private @Nullable String split;

    @Option(names = "--out", paramLabel = "F", description = "Writes a line a question there.")
    private @Nullable Path out;

    @Option(names = "--json", description = "Prints one JSON object.")
    private boolean json;

    @Option(names = "--show", description = "Prints the questions that went wrong.")
    private boolean show;

    @Override
    public Integer call() {
      if (sections == null || questions == null || scope == null) {
        throw new IllegalStateException("picocli insists on required options");
      }
      return new AnswersEvaluation(RankedPassageIndex::of)
          .run(
              new AnswersEvaluation.Options(
                  sections,
                  questions,
                  scope,
                  Optional.ofNullable(split),
                  Optional.ofNullable(out),
                  json,
                  show),
              System.out,
              System.err);
    }
  }

  /** The intent model on any data. */
  @Command(
      name = "intents",
      description = "Trains the intent model on labelled utterances and scores it on others.",
      mixinStandardHelpOptions = true)
  static final class Intents implements Callable<Integer> {

    @Option(
        names = "--train",
        required = true,
        paramLabel = "F",
        description = "Lines utterance<TAB>intent, oos for out of scope.")
    private @Nullable Path train;

    @Option(
        names = "--validation",
        paramLabel = "F",
        description = "Sets the thresholds; cross-validation on the training file if left out.")
    private @Nullable Path validation;

    @Option(names = "--test", required = true, paramLabel = "F", description = "What is scored.")
    private @Nullable Path test;

    @Option(names = "--json", description = "Prints one JSON object.")
    private boolean json;

    @Option(names = "--show", description = "Prints the utterances that went wrong.")
    private boolean show;

    @Override
    public Integer call() {
      if (train == null || test == null) {
        throw new IllegalStateException("picocli insists on required options");
      }
      return new IntentsEvaluation(new LinearTraining())
          .run(
              new IntentsEvaluation.Options(
                  train, Optional.ofNullable(validation), test, json, show),
              System.out,
              System.err);
    }
  }

  /** A pack on its own labelled data. */
  @Command(
      name = "pack",
      description = "Scores a pack on its own labelled questions, utterances and profiles.",
      mixinStandardHelpOptions = true)
  static final class OwnPack implements Callable<Integer> {

    @Parameters(
        paramLabel = "DIR",
        defaultValue = "seeds",
        description = "The pack's folder; ${DEFAULT-VALUE} if left out.")
    private @Nullable Path folder;

    @Option(names = "--json", description = "Prints one JSON object.")
    private boolean json;

    @Option(names = "--show", description = "Prints the cases that went wrong.")
    private boolean show;

    @Override
    public Integer call() {
      if (folder == null) {
        throw new IllegalStateException("picocli gives the default");
      }
      Path pack = PackFolder.of(folder);
      Composition composition = Composition.of(pack, Optional.empty());
      Problems problems = new Problems();
      PackCases cases = EvaluationReader.read(pack, problems);
      if (!problems.isEmpty()) {
        problems.all().forEach(System.err::println);
        return 2;
      }
      return new PackEvaluation(composition.advisor(), composition.reader(), PlainText::of)
          .run(cases, json, show, System.out);
    }
  }
}
