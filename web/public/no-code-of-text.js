// The content policy forbids code made of text. zod tries it when its first shape is made, which is before any module of
// ours runs: so it is told here not to.
globalThis.__zod_globalConfig = { jitless: true }
