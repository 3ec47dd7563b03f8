// Compiles the mini-program and its tests as WeChat's tools would, puts its other files beside them, and runs the tests.
import { spawnSync } from 'node:child_process';
import { cpSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

const here = join(import.meta.dirname, '..');
const built = join(here, 'built');

function runs(program, ...args) {
  const { status } = spawnSync(process.execPath, [program, ...args], { cwd: here, stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}

rmSync(built, { recursive: true, force: true });
for (const project of ['tsconfig.json', 'tests/tsconfig.json']) runs(join(here, 'node_modules/typescript/bin/tsc'), '-p', project);
cpSync(join(here, 'miniprogram'), join(built, 'miniprogram'), { recursive: true, filter: (path) => !path.endsWith('.ts') });
const tests = readdirSync(join(built, 'tests')).filter((name) => name.endsWith('.test.js'));
runs('--test', '--test-reporter=dot', ...tests.map((name) => join(built, 'tests', name)));
