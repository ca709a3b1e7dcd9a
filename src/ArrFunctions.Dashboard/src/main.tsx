import { QueryClient, QueryClientProvider } from '@tanstack/preact-query';
import { render } from 'preact';
import { App } from './App';
import { Problem } from './api/problem';
import { t } from './texts';
import './styles/tokens.css';
import './styles/base.css';
import './styles/parts.css';

const queries = new QueryClient({
  defaultOptions: {
    queries: {
      // Events tell what is old; what nobody told of is looked at again when the page is.
      staleTime: 15_000,
      // A refusal stays one; a service that is being restarted comes back.
      retry: (failures, problem) => problem instanceof Problem && problem.isUnreachable && failures < 3,
      networkMode: 'always',
    },
    mutations: { networkMode: 'always' },
  },
});

document.documentElement.lang = t.language;
const place = document.getElementById('app');
if (place !== null) {
  render(<QueryClientProvider client={queries}><App /></QueryClientProvider>, place);
}
