// nginx with nchan, set up as its own documentation has it for this work: Server-Sent Events, one shared memory, no access log.
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { folder } from '../harness.mjs';
import { started } from './process.mjs';

export const modules = ['/usr/lib/nginx/modules', '/usr/lib64/nginx/modules', '/usr/local/lib/nginx/modules'];

export const nchan = workers => ({
  name: `nginx + nchan, ${workers} ${workers === 1 ? 'worker' : 'workers'}`,
  start: async port => {
    const path = folder();
    mkdirSync(join(path, 'logs'));
    const file = join(path, 'nginx.conf');
    writeFileSync(file, configuration(port, workers));
    const server = await started(port, 'nginx', ['-p', path, '-c', file, '-e', join(path, 'logs/error.log')]);
    const at = `http://127.0.0.1:${port}`;
    let channels = 0;
    return {
      ...server,
      // A channel of its own each time: messages of an earlier run would come again.
      page: async () => {
        const channel = `c${++channels}`;
        return { url: `${at}/sub/${channel}`, replay: `${at}/replay/${channel}`, publish: `${at}/pub/${channel}` };
      },
    };
  },
});

function configuration(port, workers) {
  const module = modules.map(folder => join(folder, 'ngx_nchan_module.so')).find(existsSync);
  if (!module) throw new Error('nginx has no nchan module here; on Debian: apt-get install nginx libnginx-mod-nchan');
  const subscribe = (name, first) => `
    location ~ ^/${name}/(\\w+)$ {
      nchan_subscriber eventsource;
      nchan_channel_id $1;
      nchan_channel_group bench;
      nchan_subscriber_first_message ${first};
    }`;
  return `
load_module ${module};
daemon off;
pid logs/nginx.pid;
error_log logs/error.log error;
worker_processes ${workers};
worker_rlimit_nofile 20000;
events { worker_connections 20000; multi_accept on; use epoll; }
http {
  access_log off;
  tcp_nodelay on;
  keepalive_timeout 300s;
  keepalive_requests 1000000;
  client_body_temp_path logs/body;
  proxy_temp_path logs/proxy;
  fastcgi_temp_path logs/fastcgi;
  uwsgi_temp_path logs/uwsgi;
  scgi_temp_path logs/scgi;
  nchan_shared_memory_size 1024M;
  server {
    listen 127.0.0.1:${port} backlog=4096 reuseport;${subscribe('sub', 'newest')}${subscribe('replay', 'oldest')}
    location ~ ^/pub/(\\w+)$ {
      nchan_publisher;
      nchan_channel_id $1;
      nchan_channel_group bench;
      nchan_message_buffer_length 100;
      nchan_message_timeout 5m;
    }
  }
}
`;
}
