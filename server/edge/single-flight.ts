interface Flight<T> {
  readonly promise: Promise<T>;
  readonly stop: AbortController;
  waiting: number;
}

/** How many ask for the same thing at once, it is made once. */
export class SingleFlight<T> {
  readonly #flights = new Map<string, Flight<T>>();

  /** How often somebody was given what was being made already. */
  joined = 0;

  /** Things being made now. */
  get size(): number {
    return this.#flights.size;
  }

  /**
   * What `make` gives, made for all who ask for the key until it is there; failures are shared likewise
   * and not kept. The signal given to `make` is aborted once every asker's own signal is: nobody waits.
   * An asker whose signal aborts is rejected with its reason at once.
   */
  run(key: string, asker: AbortSignal, make: (signal: AbortSignal) => Promise<T>): Promise<T> {
    if (asker.aborted) return Promise.reject(asker.reason);
    const underWay = this.#flights.get(key);
    if (underWay !== undefined) this.joined++;
    const flight = underWay ?? this.#start(key, make);
    flight.waiting++;
    return new Promise<T>((resolve, reject) => {
      const leave = () => {
        reject(asker.reason);
        flight.waiting--;
        if (flight.waiting > 0) return;
        if (this.#flights.get(key) === flight) this.#flights.delete(key);
        flight.stop.abort(asker.reason);
      };
      asker.addEventListener("abort", leave, { once: true });
      flight.promise.then(resolve, reject).finally(() => asker.removeEventListener("abort", leave));
    });
  }

  #start(key: string, make: (signal: AbortSignal) => Promise<T>): Flight<T> {
    const stop = new AbortController();
    const promise = make(stop.signal).finally(() => {
      if (this.#flights.get(key) === flight) this.#flights.delete(key);
    });
    const flight: Flight<T> = { promise, stop, waiting: 0 };
    this.#flights.set(key, flight);
    return flight;
  }
}
