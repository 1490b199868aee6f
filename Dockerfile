# Builds the program and its image: docker build -t cert-advisor . && docker run -p 3000:3000 --env-file .env cert-advisor
FROM eclipse-temurin:25-jdk AS build
RUN apt-get update && apt-get install --yes --no-install-recommends maven && rm -rf /var/lib/apt/lists/*
WORKDIR /build
COPY pom.xml manifest.yml ./
COPY .mvn .mvn
COPY src/main src/main
RUN mvn --batch-mode --no-transfer-progress -Dquick -Dmaven.test.skip=true package
RUN java -Djarmode=tools -jar target/cert-advisor.jar extract --destination /layers/program \
    && mkdir -p /layers/libraries && mv /layers/program/lib /layers/libraries/lib

FROM eclipse-temurin:25-jre
RUN useradd --system --uid 10001 --home-dir /app advisor && mkdir /data && chown advisor /data
WORKDIR /app
# What changes seldom comes first, so that a new version of the program is a small layer.
COPY --from=build /layers/libraries ./
COPY src/main/jvm jvm
COPY seeds seeds
COPY --from=build /layers/program ./
# The cache of quick starts belongs to this very JVM and these very files, so it is made here.
RUN java @jvm/options -XX:AOTCacheOutput=start.aot -Xlog:aot=off -Dadvisor.home=/app -jar cert-advisor.jar rehearse
USER advisor
# Inside a container the outside is not on loopback. Slack credentials come from the environment at run time.
ENV SERVER_ADDRESS=0.0.0.0 ADVISOR_DATA=/data ADVISOR_JAVA_OPTIONS=
VOLUME /data
EXPOSE 3000
HEALTHCHECK --interval=15s --timeout=5s --start-period=20s \
    CMD ["java", "-XX:TieredStopAtLevel=1", "-Xmx16m", "-cp", "cert-advisor.jar", "dev.certadvisor.Probe"]
# Nothing is written but below /data, so the root file system may be read-only.
ENTRYPOINT ["sh", "-c", "mkdir -p /data/tmp && exec java @jvm/options -XX:AOTCache=start.aot -Xlog:aot=off @jvm/server-options $ADVISOR_JAVA_OPTIONS -XX:-UsePerfData -Djava.io.tmpdir=/data/tmp -Dadvisor.home=/app -jar cert-advisor.jar \"$@\"", "advisor"]
CMD ["start"]
