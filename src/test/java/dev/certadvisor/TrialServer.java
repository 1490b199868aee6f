package dev.certadvisor;

import dev.certadvisor.conversation.Conversation;
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
import dev.certadvisor.delivery.Parcel;
import dev.certadvisor.interview.Session;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.SpringApplication;

/**
 * The real server as a process of a crash trial: its advisor counts each person's messages in the
 * stored interview, and its ledger ends the process without a word between any two steps, now and
 * then. The environment says how often ({@code TRIAL_CRASH}, one in so many steps; 0 for never) and
 * which fault to plant ({@code TRIAL_PLANT}: {@code loss}, {@code double} or nothing), so that the
 * trial itself can be tried.
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
    System.out.println("port " + application.run().getBean(ServerAddress.class).get().getPort());
    Thread.currentThread().join();
  }

  /** Says which message it heard and how many it has heard from that conversation. */
  private static Transition count(Conversation before, Incoming incoming) {
    String heard = ((Incoming.Said) incoming).text();
    List<Session.Step> steps =
        new ArrayList<>(before.interview().map(Session::steps).orElse(List.of()));
    Choice choice = new Choice(new QuestionId("q" + steps.size()), new ChoiceId(heard));
    steps.add(new Session.Step(List.of(new Answer(choice, "m"))));
    Session session =
        new Session("trial", steps, Session.Phase.OPEN, false, Optional.empty(), 0, Instant.EPOCH);
    Reply reply =
        new Reply(
            Reply.Kind.SMALLTALK,
            Reply.Audience.CONVERSATION,
            List.of(new Part.Prose(heard + " is number " + steps.size())),
            1,
            List.of(),
            Optional.empty());
    return new Transition(
        new Conversation(Optional.empty(), Optional.of(session), true, false), reply);
  }

  /** Dies between steps. */
  private record MortalLedger(Ledger ledger, int crash, String plant) implements Ledger {

    @Override
    public boolean take(Envelope envelope) {
      perhapsDie();
      boolean taken = ledger.take(envelope);
      perhapsDie();
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
      perhapsDie();
      Set<Lane> lanes =
          ledger.answer(
              envelope,
              before -> {
                Answered answered = step.apply(before);
                perhapsDie();
                return planted(answered);
              });
      perhapsDie();
      return lanes;
    }

    private Answered planted(Answered answered) {
      List<Parcel> parcels = new ArrayList<>(answered.parcels());
      if (plant.equals("loss") && ThreadLocalRandom.current().nextInt(20) == 0) {
        parcels.clear();
      } else if (plant.equals("double") && ThreadLocalRandom.current().nextInt(20) == 0) {
        Parcel first = parcels.getFirst();
        parcels.add(new Parcel(first.id() + "again", first.to(), first.payload()));
      }
      return new Answered(answered.next(), parcels);
    }

    @Override
    public int failed(Envelope envelope) {
      return ledger.failed(envelope);
    }

    @Override
    public Optional<Outgoing> nextParcel(Lane lane) {
      return ledger.nextParcel(lane);
    }

    @Override
    public void sending(Parcel parcel) {
      perhapsDie();
      ledger.sending(parcel);
      perhapsDie();
    }

    @Override
    public void returned(Parcel parcel) {
      perhapsDie();
      ledger.returned(parcel);
    }

    @Override
    public void privately(Parcel parcel) {
      ledger.privately(parcel);
    }

    @Override
    public void settle(Parcel parcel, End end) {
      perhapsDie();
      ledger.settle(parcel, end);
      perhapsDie();
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
    private void perhapsDie() {
      if (crash > 0 && ThreadLocalRandom.current().nextInt(crash) == 0) {
        Runtime.getRuntime().halt(137);
      }
    }
  }
}
