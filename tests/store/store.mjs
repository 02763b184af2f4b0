// A store of the S3 protocol for the tests: node store.mjs FOLDER PORT. It has one bucket, “originals”, and one key to it, S3RVER with the secret S3RVER.
import S3rver from 's3rver'

const [directory, port] = process.argv.slice(2)

await new S3rver({ directory, port: Number(port), address: '127.0.0.1', silent: true, configureBuckets: [{ name: 'originals' }] }).run()
console.log('ready')
