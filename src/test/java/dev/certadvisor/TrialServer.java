package dev.certadvisor;

import dev.certadvisor.conversation.Act;
import dev.certadvisor.conversation.Conversation;
import dev.certadvisor.conversation.ConversationId;
import dev.certadvisor.conversation.Incoming;
import dev.certadvisor.conversation.Reply;
import dev.certadvisor.conversation.Reply.Part;
import dev.certadvisor.conversation.Transition;
import dev.certadvisor.decision.Answer;
import dev.certadvisor.decision.Choice;
import dev.certadvisor.decision.ChoiceId;
import dev.certadvisor.decision.QuestionId;
import dev.certadvisor.delivery.Envelope;
import dev.certadvisor.delivery.Lane;
import dev.certadvisor.delivery.Ledger;
import dev.certadvisor.delivery.LedgerConversations;
import dev.certadvisor.delivery.Parcel;
import dev.certadvisor.interview.Session;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.SpringApplication;

/**
 * The real server as a process of a crash trial: its advisor keeps what each person says and
 * chooses in the stored interview and counts it, and its ledger ends the process without a word
 * between any two steps, now and then. The environment says how often ({@code TRIAL_CRASH}, one in
 * so many steps; 0 for never) and which faults to plant ({@code TRIAL_PLANT}), so that the trial
 * itself can be tried.
 */
final class TrialServer {

  private TrialServer() {}

  public static void main(String[] arguments) throws InterruptedException {
    int crash = Integer.parseInt(System.getenv().getOrDefault("TRIAL_CRASH", "0"));
    String plant = System.getenv().getOrDefault("TRIAL_PLANT", "");
    Settings settings = Settings.from(System.getenv());
    SpringApplication application =
        new SlackServer(settings, TrialServer::count, Optional.empty()).application();
    application.addInitializers(context ->
        context
            .getBeanFactory()
            .addBeanPostProcessor(
                new BeanPostProcessor() {
                  @Override
                  public Object postProcessAfterInitialization(Object bean, String name) {
                    return bean instanceof Ledger ledger
                        ? new MortalLedger(ledger, crash, plant)
                        : bean;
                  }
                }));
    int port = application.run().getBean(ServerAddress.class).get().getPort();
    System.out.println("port " + port);
    Thread.currentThread().join();
  }

  /** Says what it heard and how much it has heard in that conversation. */
  private static Transition count(Conversation before, Incoming incoming) {
    List<Session.Step> steps =
        new ArrayList<>(before.interview().map(Session::steps).orElse(List.of()));
    Choice choice = choice(incoming, steps.size());
    steps.add(new Session.Step(List.of(new Answer(choice, "m"))));
    Session session =
        new Session("trial", steps, Session.Phase.OPEN, false, Optional.empty(), 0, Instant.EPOCH);
    Reply reply =
        new Reply(
            Reply.Kind.SMALLTALK,
            Reply.Audience.CONVERSATION,
            List.of(new Part.Prose(choice.choice().value() + " is number " + steps.size())),
            1,
            List.of(),
            Optional.empty());
    return new Transition(
        new Conversation(Optional.empty(), Optional.of(session), true, false), reply);
  }

  private static Choice choice(Incoming incoming, int heardBefore) {
    return switch (incoming) {
      case Incoming.Said said ->
          new Choice(new QuestionId("q" + heardBefore), new ChoiceId(said.text()));
      case Incoming.Chose(var where, var who, Act.Choose(Choice choice)) ->
          new Choice(new QuestionId("q" + heardBefore), choice.choice());
      default -> throw new IllegalStateException("nothing else is sent in a trial");
    };
  }

  /** What was heard in a conversation, from its stored interview. */
  static List<String> heard(LedgerConversations kept, ConversationId id) {
    AtomicReference<List<String>> words = new AtomicReference<>(List.of());
    kept.update(
        id,
        before -> {
          words.set(
              before.interview().map(Session::steps).orElse(List.of()).stream()
                  .map(step -> step.answers().getFirst().choice().choice().value())
                  .toList());
          return new Transition(before, Reply.SILENCE);
        });
    return words.get();
  }

  /** Dies between steps. */
  private record MortalLedger(Ledger ledger, int crash, String plant) implements Ledger {

    @Override
    public boolean take(Envelope envelope) {
      perhapsDie("before taking");
      boolean taken = ledger.take(envelope);
      perhapsDie("after taking");
      return taken;
    }

    @Override
    public boolean take(String id, List<Parcel> parcels) {
      return ledger.take(id, parcels);
    }

    @Override
    public Optional<Envelope> nextEnvelope(Lane lane) {
      return ledger.nextEnvelope(lane);
    }

    @Override
    public Set<Lane> answer(Envelope envelope, Function<Conversation, Answered> step) {
      perhapsDie("before answering");
      Set<Lane> lanes =
          ledger.answer(
              envelope,
              before -> {
                Answered answered = step.apply(before);
                perhapsDie("while answering");
                return planted(before, answered);
              });
      perhapsDie("after answering");
      return lanes;
    }

    private Answered planted(Conversation before, Answered answered) {
      List<Parcel> parcels = new ArrayList<>(answered.parcels());
      if (plants("loss")) {
        parcels.clear();
      } else if (plants("double")) {
        Parcel first = parcels.getFirst();
        parcels.add(new Parcel(first.id() + "again", first.to(), first.payload()));
      }
      return new Answered(plants("choice") ? before : answered.next(), parcels);
    }

    private boolean plants(String fault) {
      return plant.contains(fault) && ThreadLocalRandom.current().nextInt(12) == 0;
    }

    @Override
    public int failed(Envelope envelope) {
      return ledger.failed(envelope);
    }

    @Override
    public Set<Lane> giveUp(Envelope envelope, String reason, List<Parcel> apology) {
      return ledger.giveUp(envelope, reason, apology);
    }

    @Override
    public Optional<Outgoing> claim(Lane lane) {
      perhapsDie("before marking");
      Optional<Outgoing> claimed = ledger.claim(lane);
      if (claimed.isPresent()) {
        perhapsDie("before sending");
      }
      return claimed;
    }

    @Override
    public void returned(Parcel parcel) {
      perhapsDie("before taking back");
      ledger.returned(parcel);
    }

    @Override
    public void privately(Parcel parcel) {
      ledger.privately(parcel);
    }

    @Override
    public void settle(Parcel parcel, End end) {
      perhapsDie("after sending");
      ledger.settle(parcel, end);
      perhapsDie("after settling");
    }

    @Override
    public Set<Lane> waiting() {
      return ledger.waiting();
    }

    @Override
    public boolean isWaiting(Lane lane) {
      return ledger.isWaiting(lane);
    }

    @Override
    public void forgetBefore(Instant conversations, Instant taken) {
      ledger.forgetBefore(conversations, taken);
    }

    /** As kill -9 does it: no hooks, nothing is closed. */
    private void perhapsDie(String step) {
      if (crash > 0 && ThreadLocalRandom.current().nextInt(crash) == 0) {
        System.out.println(TrialProcess.DIES + step);
        Runtime.getRuntime().halt(TrialProcess.KILLED);
      }
    }
  }
}
