package dev.certadvisor.slack;

import com.slack.api.Slack;
import com.slack.api.methods.MethodsClient;
import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.request.oauth.OAuthV2AccessRequest.OAuthV2AccessRequestBuilder;
import com.slack.api.methods.response.oauth.OAuthV2AccessResponse;
import dev.certadvisor.installation.BotToken;
import dev.certadvisor.installation.Installation;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Gets tokens from Slack: for the code at the end of an installation, and a new one for an old one
 * ("oauth.v2.access"; "Using token rotation", docs.slack.dev/authentication).
 */
final class TokenExchange {

  private final Slack slack;
  private final Supplier<URI> api;
  private final String clientId;
  private final String clientSecret;
  private final InstantSource clock;

  /** An exchange for this app. */
  TokenExchange(
      Slack slack, Supplier<URI> api, String clientId, String clientSecret, InstantSource clock) {
    this.slack = slack;
    this.api = api;
    this.clientId = clientId;
    this.clientSecret = clientSecret;
    this.clock = clock;
  }

  /**
   * The installation that a code stands for.
   *
   * @throws Refused if Slack does not take the code
   * @throws IOException if Slack cannot be reached or has troubles of its own
   */
  Installation install(String code) throws IOException, Refused {
    Instant now = clock.instant();
    OAuthV2AccessResponse response = access(request -> request.code(code));
    OAuthV2AccessResponse.Team team = response.getTeam();
    OAuthV2AccessResponse.Enterprise organisation = response.getEnterprise();
    if (response.isEnterpriseInstall() && organisation != null) {
      return new Installation(
          organisation.getId(),
          or(organisation.getName(), organisation.getId()),
          token(response, now),
          or(response.getBotUserId(), ""),
          now);
    }
    if (team == null) {
      throw new Refused("neither workspace nor organisation");
    }
    return new Installation(
        team.getId(),
        or(team.getName(), team.getId()),
        token(response, now),
        or(response.getBotUserId(), ""),
        now);
  }

  /**
   * A new token for one that ends.
   *
   * @param refresh the refresh token; it is used up by this
   * @throws Refused if Slack does not take it
   * @throws IOException if Slack cannot be reached or has troubles of its own
   */
  BotToken renew(String refresh) throws IOException, Refused {
    Instant now = clock.instant();
    return token(access(request -> request.grantType("refresh_token").refreshToken(refresh)), now);
  }

  private OAuthV2AccessResponse access(UnaryOperator<OAuthV2AccessRequestBuilder> what)
      throws IOException, Refused {
    MethodsClient methods = slack.methods();
    methods.setEndpointUrlPrefix(api.get().toString());
    try {
      OAuthV2AccessResponse response =
          methods.oauthV2Access(
              request -> what.apply(request.clientId(clientId).clientSecret(clientSecret)));
      if (!response.isOk()) {
        throw new Refused(String.valueOf(response.getError()));
      }
      if (response.getAccessToken() == null) {
        throw new Refused("no bot token");
      }
      return response;
    } catch (SlackApiException e) {
      throw new IOException("Slack answered " + e.getResponse().code(), e);
    }
  }

  private static BotToken token(OAuthV2AccessResponse response, Instant now) {
    return new BotToken(
        response.getAccessToken(),
        Optional.ofNullable(response.getRefreshToken()),
        Optional.ofNullable(response.getExpiresIn()).map(now::plusSeconds));
  }

  private static String or(@Nullable String text, String otherwise) {
    return text == null ? otherwise : text;
  }

  /** Thrown where Slack says no. */
  static final class Refused extends Exception {

    private static final long serialVersionUID = 1L;

    /** Slack's word. */
    Refused(String error) {
      super(error);
    }
  }
}
