import { defineConfig } from 'vitest/config';

const quiet = { exclude: ['**/node_modules/**', '**/dist/**'] };

export default defineConfig({
  test: {
    // Two cores are what we promise to be quick on; more only help.
    maxWorkers: process.env.CI === undefined ? 2 : '100%',
    reporters: ['default'],
    projects: [
      {
        test: {
          ...quiet,
          name: 'unit',
          include: ['core/**/*.test.ts', 'charters/**/*.test.ts', 'web/src/**/*.test.{ts,tsx}'],
          // Properties try hundreds of cases: on a busy machine that may take a while, and is no fault.
          testTimeout: 60_000,
          sequence: { groupOrder: 0 },
        },
      },
      {
        test: {
          ...quiet,
          name: 'server',
          include: ['server/**/*.test.ts', 'scripts/**/*.test.ts'],
          globalSetup: ['server/src/testing/global-setup.ts'],
          testTimeout: 30_000,
          hookTimeout: 60_000,
          sequence: { groupOrder: 1 },
        },
      },
      {
        test: {
          ...quiet,
          name: 'e2e',
          include: ['e2e/**/*.test.ts'],
          globalSetup: ['server/src/testing/global-setup.ts'],
          // A browser waits more than it works: two stories at once take two thirds of the time on two cores.
          testTimeout: 120_000,
          hookTimeout: 180_000,
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
});
