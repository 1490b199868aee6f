package dev.certadvisor.interview;

import dev.certadvisor.decision.Answer;
import dev.certadvisor.decision.Choice;
import dev.certadvisor.decision.ProfileReader;
import dev.certadvisor.decision.ProfileReader.Item;
import dev.certadvisor.decision.ProfileReader.Understood;
import dev.certadvisor.decision.Question;
import dev.certadvisor.decision.QuestionId;
import dev.certadvisor.decision.QuestionNames;
import dev.certadvisor.decision.ReplyReader;
import dev.certadvisor.decision.ReplyReader.Read;
import dev.certadvisor.interview.Session.Step;
import dev.certadvisor.interview.Turn.Note;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Turns clicks and words into answers. */
final class Answering {

  /** What comes after this is the new answer, in "change the cloud question to azure". */
  private static final Pattern NEW_ANSWER = Pattern.compile("(?s)^(.*?)\\b(?:to|into)\\b(.*)$");

  private static final Pattern ANSWER_NUMBER =
      Pattern.compile("(?s).*\\b(?:answer|question|number|no|q)\\s*#?(\\d{1,2})\\b.*");

  private static final Pattern ANSWER_ORDINAL =
      Pattern.compile(
          "(?s).*\\b(first|second|third|fourth|fifth|sixth|seventh|eighth|last)\\s+(?:answer|question|one)\\b.*");

  private static final List<String> ORDINALS =
      List.of("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth");

  private final Course course;
  private final ReplyReader replyReader;
  private final ProfileReader profileReader;
  private final QuestionNames names;

  Answering(Course course, Predicate<String> ordinary) {
    this.course = course;
    replyReader = new ReplyReader(course.framework(), ordinary);
    profileReader = new ProfileReader(course.framework(), ordinary);
    names = new QuestionNames(course.framework());
  }

  /** A click. One that changes nothing, such as a second click on the same button, is no step. */
  Turn pick(List<Note> before, Session session, Choice choice) {
    if (course.framework().option(choice).isEmpty()) {
      return missed(before, session);
    }
    return record(before, session, List.of(choice));
  }

  /** Words in reply to the open question; where none is open, words that change answers. */
  Turn reply(List<Note> before, Session session, String text) {
    Optional<Question> open = course.openQuestion(session);
    if (open.isEmpty()) {
      return statement(before, session, text);
    }
    return switch (replyReader.read(open.get(), text)) {
      case Read.Picked picked -> picked(before, session, picked);
      case Read.FitsSeveral several ->
          course
              .prompt(session)
              .<Turn>map(prompt -> new Turn.Ambiguous(several.between(), prompt, session))
              .orElseGet(() -> missed(before, session));
      case Read.Missed missed -> {
        List<Item> further = stillOpen(session, missed.further());
        yield further.isEmpty()
            ? missed(before, session)
            : understood(before, session, further, List.of());
      }
    };
  }

  private Turn picked(List<Note> before, Session session, Read.Picked picked) {
    List<Item> items = new ArrayList<>();
    items.add(picked.item());
    items.addAll(stillOpen(session, picked.further()));
    return understood(before, session, items, picked.unused());
  }

  /** What is said in passing fills gaps; it does not change what was answered before. */
  private static List<Item> stillOpen(Session session, List<Item> items) {
    return items.stream()
        .filter(item -> !session.profile().answers(item.choice().question()))
        .toList();
  }

  /** What somebody says about themself, unasked. */
  private Turn statement(List<Note> before, Session session, String text) {
    Understood understood = profileReader.read(text);
    return understood.items().isEmpty()
        ? missed(before, session)
        : understood(before, session, understood.items(), understood.unused());
  }

  /** What somebody says about themself at the very beginning; the interview begins in any case. */
  Turn opening(Session session, String text) {
    Understood understood = profileReader.read(text);
    return understood(List.of(), session, understood.items(), understood.unused());
  }

  private Turn understood(
      List<Note> before, Session session, List<Item> items, List<String> unused) {
    List<Note> notes = new ArrayList<>(before);
    items.forEach(item -> notes.add(new Note.Understood(item)));
    if (!unused.isEmpty()) {
      notes.add(new Note.Unused(unused));
    }
    return record(notes, session, items.stream().map(Item::choice).toList());
  }

  /** Keeps answers as one step and goes on. */
  Turn record(List<Note> before, Session session, List<Choice> choices) {
    List<Note> notes = new ArrayList<>(before);
    List<Answer> news = new ArrayList<>();
    for (Choice choice : choices) {
      Optional<Choice> earlier =
          session.profile().answer(choice.question()).map(id -> new Choice(choice.question(), id));
      if (earlier.filter(choice::equals).isEmpty()) {
        earlier.ifPresent(from -> notes.add(new Note.Changed(from, choice)));
        String mark = course.framework().mark(choice).orElseThrow();
        news.add(new Answer(choice, mark));
      }
    }
    return course.onward(
        notes, news.isEmpty() ? session.revisitingNothing() : session.withStep(new Step(news)));
  }

  private Turn missed(List<Note> before, Session session) {
    Session missed = session.missed();
    Optional<Turn.Prompt> prompt = course.prompt(missed);
    if (prompt.isEmpty()) {
      return new Turn.OutOfPlace(course.position(session), Optional.of(session));
    }
    return before.isEmpty()
        ? new Turn.Unclear(missed.misses() > 1, prompt.get(), missed)
        : new Turn.Asked(before, prompt.get(), missed);
  }

  /** Puts a question again. */
  Turn reopen(List<Note> before, Session session, QuestionId question) {
    return course.framework().question(question).isPresent()
        ? course.onward(before, session.revisiting(question))
        : whichChange(session);
  }

  /** Puts the question again that the words name, or changes its answer if they give a new one. */
  Turn reopenInWords(List<Note> before, Session session, String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    Matcher parts = NEW_ANSWER.matcher(lower);
    boolean hasAnswer = parts.matches();
    String name = hasAnswer ? parts.group(1) : lower;
    Optional<Question> named = numbered(session, name).or(() -> names.in(name));
    if (named.isEmpty()) {
      return bySaying(before, session, text);
    }
    String answer = hasAnswer ? parts.group(2) : lower;
    Optional<Item> news = picked(named.get(), answer).filter(item -> isNews(session, item));
    return news.isPresent()
        ? understood(before, session, List.of(news.get()), List.of())
        : reopen(before, session, named.get().id());
  }

  private Optional<Item> picked(Question question, String text) {
    return replyReader.read(question, text) instanceof Read.Picked picked
        ? Optional.of(picked.item())
        : Optional.empty();
  }

  private static boolean isNews(Session session, Item item) {
    return session
        .profile()
        .answer(item.choice().question())
        .filter(item.choice().choice()::equals)
        .isEmpty();
  }

  private Optional<Question> numbered(Session session, String text) {
    List<Turn.Given> given = course.given(session);
    int number = number(text, given.size());
    return number >= 1 && number <= given.size()
        ? Optional.of(given.get(number - 1).question())
        : Optional.empty();
  }

  /** The place of an answer, counted from 1; 0 where the text names none. */
  private static int number(String text, int last) {
    Matcher digits = ANSWER_NUMBER.matcher(text);
    if (digits.matches()) {
      return Integer.parseInt(digits.group(1));
    }
    Matcher ordinal = ANSWER_ORDINAL.matcher(text);
    if (!ordinal.matches()) {
      return 0;
    }
    return ordinal.group(1).equals("last") ? last : ORDINALS.indexOf(ordinal.group(1)) + 1;
  }

  /**
   * "Change that, I am on azure": the new answers tell which questions are meant. Words of an
   * answer as it stands mean that answer: "change the azure one".
   */
  private Turn bySaying(List<Note> before, Session session, String text) {
    Understood understood = profileReader.read(text);
    List<Item> said = understood.items();
    List<Item> news = said.stream().filter(item -> isNews(session, item)).toList();
    if (news.isEmpty() && said.size() == 1) {
      return reopen(before, session, said.getFirst().choice().question());
    }
    return news.isEmpty()
        ? whichChange(session)
        : understood(before, session, news, understood.unused());
  }

  private Turn whichChange(Session session) {
    return new Turn.WhichChange(course.given(session), course.prompt(session), session);
  }

  boolean isAddition(String text) {
    return profileReader.read(text).isAddition();
  }

  boolean isSelfDescription(String text) {
    return profileReader.read(text).isSelfDescription();
  }

  /** How well words would do as a reply. */
  Interviewer.Fit fit(Question question, String text) {
    return switch (replyReader.read(question, text)) {
      case Read.Picked picked ->
          picked.unused().isEmpty() ? Interviewer.Fit.EXACT : Interviewer.Fit.PARTLY;
      case Read.FitsSeveral several -> Interviewer.Fit.PARTLY;
      case Read.Missed missed ->
          missed.further().isEmpty() ? Interviewer.Fit.NOT_AT_ALL : Interviewer.Fit.PARTLY;
    };
  }
}
