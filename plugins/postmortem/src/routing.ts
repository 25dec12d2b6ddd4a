/**
 * Everything of the router that the plugin uses. Backstage is becoming
 * independent of the router; this is the one file to change then.
 */
export {
  Navigate,
  Route,
  Routes,
  useLocation,
  useNavigate,
  useNavigationType,
  useParams,
  useSearchParams,
} from 'react-router-dom';
