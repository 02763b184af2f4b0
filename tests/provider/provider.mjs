// A provider of OpenID Connect for the tests: node provider.mjs PORT CALLBACK. Whoever types one of these names at its door is that person.
import Provider from 'oidc-provider'

const [port, callback] = process.argv.slice(2)
const issuer = `http://localhost:${port}`

const people = {
  ana: { email: 'ana@courier.example', email_verified: true, name: 'Ana Ruiz' },
  unverified: { email: 'ana@courier.example', email_verified: false, name: 'Not Ana' },
  stranger: { email: 'stranger@elsewhere.example', email_verified: true, name: 'A Stranger' },
}

const provider = new Provider(issuer, {
  clients: [{ client_id: 'dateline', client_secret: 'a secret of the tests', redirect_uris: [callback], token_endpoint_auth_method: 'client_secret_post' }],
  claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
  cookies: { keys: ['only for tests'] },
  features: { devInteractions: { enabled: false } },
  interactions: { url: (_, interaction) => `/door/${interaction.uid}` },
  findAccount: (_, id) => people[id] && { accountId: id, claims: () => ({ sub: id, ...people[id] }) },
  async loadExistingGrant(context) {
    const grant = new context.oidc.provider.Grant({ clientId: context.oidc.client.clientId, accountId: context.oidc.session.accountId })
    grant.addOIDCScope('openid email profile')
    await grant.save()
    return grant
  },
})

provider.use(async (context, next) => {
  if (!context.path.startsWith('/door/')) return next()
  // Who it is stands in the address: the test is the person at the door.
  const [who, moved] = (context.query.who ?? '').split('-')
  if (moved) people[who].email = `${who}.elsewhere@courier.example`
  const result = who ? { login: { accountId: who } } : { error: 'access_denied' }
  if (!('who' in context.query)) context.body = 'Who is it?'
  else await provider.interactionFinished(context.req, context.res, result)
})

provider.listen(port, '127.0.0.1', () => console.log('ready'))
