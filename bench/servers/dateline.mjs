// Dateline as it is shipped. Two of its limits are lifted, because one machine plays every reader and one token every writer.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { folder, program, run } from '../harness.mjs';
import { started } from './process.mjs';

const Lifted = { DATELINE_LIMITS__CONNECTIONSPERADDRESS: '1000000', DATELINE_LIMITS__WRITESPERMINUTE: '6000000', DATELINE_LIMITS__BURST: '100000' };

/** What the threads that send to readers are named by; their processor time is told apart. */
const Senders = 'courier';

export const dateline = {
  name: 'Dateline',
  start: async port => {
    const data = folder();
    const token = run('token', 'create', '--name', 'bench', '--role', 'editor', '--data', data);
    const server = await started(port, program, ['serve', '--data', data, '--urls', `http://127.0.0.1:${port}`], Lifted);
    return { ...server, ...newsroom(`http://127.0.0.1:${port}`, token) };
  },
};

/** The same over TLS, with a certificate made for this run. */
export const secure = {
  name: 'Dateline over TLS',
  start: async port => {
    const data = folder();
    const [certificate, key] = [join(data, 'certificate.pem'), join(data, 'key.pem')];
    const made = spawnSync('openssl', ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2', '-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost,IP:127.0.0.1', '-keyout', key, '-out', certificate]);
    if (made.status !== 0) throw new Error('openssl could not make a certificate.');
    const token = run('token', 'create', '--name', 'bench', '--role', 'editor', '--data', data);
    const server = await started(port, program, ['serve', '--data', data, '--urls', `https://127.0.0.1:${port}`], { ...Lifted, DATELINE_TLS__CERTIFICATE: certificate, DATELINE_TLS__KEY: key });
    const publishing = ['--headers:0', `Authorization: Bearer ${token}`];
    return { ...server, ...newsroom(`https://127.0.0.1:${port}`, token), publishing };
  },
};

function newsroom(url, token) {
  // Certificates made for a run are known to nobody; the load client sees to that itself, and so these few requests.
  const send = async (path, body) => {
    const answer = spawnSync('curl', ['--silent', '--show-error', '--insecure', '--fail-with-body', '-X', 'POST', `${url}/api/v1${path}`, '-H', `Authorization: Bearer ${token}`, '-H', 'Content-Type: application/json', '--data-binary', '@-'], { input: JSON.stringify(body), encoding: 'utf8' });
    if (answer.status !== 0) throw new Error(`POST ${path}: ${answer.stdout} ${answer.stderr}`);
    return JSON.parse(answer.stdout);
  };
  const begin = slug => send('/coverages', { slug, headline: 'The night of the flood', language: 'en-GB', timeZone: 'Europe/London', status: 'live' });
  const writing = {
    headers: [`Authorization: Bearer ${token}`, 'Content-Type: application/json'],
    body: '{"blocks":[{"kind":"paragraph","text":"{mark} {pad}"}],"publish":true}',
    senders: Senders,
  };
  let pages = 0;
  return {
    url,
    token,
    begin,
    // A new live page has no changes yet, so its journal numbers are the events' own.
    page: async () => {
      const slug = `page-${++pages}`;
      await begin(slug);
      const stream = `${url}/live/${slug}/stream`;
      return { url: `${stream}?after={last}`, replay: `${stream}?after=0`, publish: `${url}/api/v1/coverages/${slug}/posts`, ...writing };
    },
    /** Many live pages at once: page-n-0, page-n-1 … */
    pages: async count => {
      const name = `pages-${++pages}`;
      for (let page = 0; page < count; page++) await begin(`${name}-${page}`);
      return { url: `${url}/live/${name}-{page}/stream`, publish: `${url}/api/v1/coverages/${name}-{page}/posts`, ...writing };
    },
  };
}
