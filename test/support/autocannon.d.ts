declare module 'autocannon' {
  interface Options {
    readonly url: string;
    readonly connections: number;
    readonly duration: number;
    readonly headers?: Record<string, string>;
    readonly method?: string;
    readonly body?: string;
  }
  interface Result {
    readonly requests: { readonly average: number };
    readonly latency: { readonly p99: number };
    readonly errors: number;
    readonly '4xx': number;
    readonly '5xx': number;
  }
  const autocannon: (options: Options) => Promise<Result>;
  export default autocannon;
}
