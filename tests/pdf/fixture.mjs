// Renders every document in every language and edition once, for all tests of this folder.
import { rmSync } from 'node:fs';
import { editions, folder, verklaring } from './suite.mjs';

rmSync(folder, { recursive: true, force: true });
for (const { id } of editions()) verklaring('render', '--edition', id, '--output', folder);
