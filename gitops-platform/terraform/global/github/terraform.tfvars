# Teams are named by their slug, and must have access to the repository.
protection = {
  staging    = { teams = ["platform-team"] }
  production = { teams = ["platform-team", "security-team"], wait_minutes = 30 }
}

review_team = "platform-team"
