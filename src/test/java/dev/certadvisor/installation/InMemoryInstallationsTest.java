package dev.certadvisor.installation;

class InMemoryInstallationsTest extends InstallationsContract {

  private final Installations installations = new InMemoryInstallations();

  @Override
  protected Installations installations() {
    return installations;
  }
}
