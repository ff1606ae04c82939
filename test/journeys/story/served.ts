import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { testProduct, type TestProduct } from '../../support/app';

export interface Served {
  readonly product: TestProduct;
  readonly baseUrl: string;
  close(): Promise<void>;
}

/** The product in demo mode on a port of this machine; the links it prints lead there. */
export async function serveProduct({ pseudoLocales = false }: { readonly pseudoLocales?: boolean } = {}): Promise<Served> {
  const server = createServer();
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const product = await testProduct({ config: { mode: 'demo', publicUrl: baseUrl, pseudoLocales } });
  server.on('request', (req, res) => {
    product.app(req, res);
  });
  return { product, baseUrl, close: () => closed(server).then(() => product.close()) };
}

function closed(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => {
      resolve();
    });
    server.closeAllConnections();
  });
}
