# Builds the program and its image: docker build -t cert-advisor . && docker run -p 3000:3000 --env-file .env cert-advisor
FROM eclipse-temurin:25-jdk AS build
RUN apt-get update && apt-get install --yes --no-install-recommends maven && rm -rf /var/lib/apt/lists/*
WORKDIR /build
COPY pom.xml manifest.yml ./
COPY .mvn .mvn
COPY src/main src/main
RUN mvn --batch-mode --no-transfer-progress -Dquick -Dmaven.test.skip=true package \
    && java -Djarmode=tools -jar target/cert-advisor.jar extract --destination /app

FROM eclipse-temurin:25-jre
RUN useradd --system --uid 10001 --home-dir /app advisor && mkdir /data && chown advisor /data
WORKDIR /app
COPY --from=build /app .
COPY seeds seeds
USER advisor
# Inside a container the outside is not on loopback. Slack credentials come from the environment at run time.
ENV SERVER_ADDRESS=0.0.0.0 ADVISOR_DATA=/data
VOLUME /data
EXPOSE 3000
ENTRYPOINT ["java", "-XX:+UseSerialGC", "-XX:MaxRAMPercentage=60", "-jar", "cert-advisor.jar"]
CMD ["start"]
