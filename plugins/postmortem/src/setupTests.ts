import '@testing-library/jest-dom';
import { configure } from '@testing-library/react';

// Pages and tabs are loaded when they are first shown, for which a busy
// machine takes its time.
jest.setTimeout(60_000);
configure({ asyncUtilTimeout: 10_000 });
