// nginx as people set it up for files: gzip_static, sendfile, one worker; and the same with its cache of open files.
import { mkdirSync, writeFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { join } from 'node:path';
import { folder } from '../harness.mjs';
import { load, started } from './process.mjs';

export const nginx = hasOpenFileCache => ({
  name: hasOpenFileCache ? 'nginx, open_file_cache' : 'nginx, gzip_static',
  start: async (port, bytes, encoding) => {
    const path = folder();
    mkdirSync(join(path, 'logs'));
    const file = join(path, 'nginx.conf');
    writeFileSync(join(path, 'page.html'), encoding === 'gzip' ? gunzipSync(bytes) : bytes);
    if (encoding === 'gzip') writeFileSync(join(path, 'page.html.gz'), bytes);
    writeFileSync(file, `
daemon off;
pid logs/nginx.pid;
error_log logs/error.log error;
worker_processes 1;
worker_rlimit_nofile 20000;
events { worker_connections 4096; }
http {
  types { text/html html; }
  access_log off;
  sendfile on;
  tcp_nopush on;
  keepalive_requests 100000000;
  client_body_temp_path logs/body; proxy_temp_path logs/proxy; fastcgi_temp_path logs/fastcgi; uwsgi_temp_path logs/uwsgi; scgi_temp_path logs/scgi;
  server {
    listen 127.0.0.1:${port} backlog=4096;
    root ${path};
    gzip_static on;
    gzip_vary on;
    ${hasOpenFileCache ? 'open_file_cache max=100; open_file_cache_valid 60s;' : ''}
  }
}
`);
    // Its worker must be able to read what only its owner may.
    const server = await started(port, 'nginx', ['-p', path, '-c', file, '-e', join(path, 'logs/error.log'), '-g', process.getuid() === 0 ? 'user root;' : '']);
    return { ...server, url: `http://127.0.0.1:${port}/page.html` };
  },
});

/** ASP.NET Core's bare endpoint with the same bytes. */
export const bare = {
  name: 'Kestrel, bare endpoint',
  start: async (port, bytes, encoding) => {
    const file = join(folder(), 'page');
    writeFileSync(file, bytes);
    return { ...(await started(port, load, ['page', '--port', port, '--file', file, '--encoding', encoding])), url: `http://127.0.0.1:${port}/` };
  },
};
