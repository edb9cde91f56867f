/** SHA-256 of each of the dashboard's documents by the name of its operation, made at build. */
declare module "virtual:document-hashes" {
  const hashes: Readonly<Record<string, string>>;
  export default hashes;
}
