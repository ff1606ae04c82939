declare module 'cookie-signature' {
  const signature: { sign(value: string, secret: string): string };
  export default signature;
}
