// The two yardsticks of our own: the floor, which only sends, and the obvious way with ASP.NET Core.
import { load, started } from './process.mjs';

const plain = (port, process_) => ({ ...process_, page: async () => ({ url: `http://127.0.0.1:${port}/`, publish: `http://127.0.0.1:${port}/` }) });

export const floor = threads => ({
  name: `floor, ${threads} ${threads === 1 ? 'thread' : 'threads'}`,
  start: async port => plain(port, await started(port, load, ['floor', '--port', port, '--threads', threads])),
});

export const obvious = {
  name: 'Kestrel, the obvious way',
  start: async port => plain(port, await started(port, load, ['obvious', '--port', port])),
};
